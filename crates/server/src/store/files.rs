//! What is kept of files: whose they are and what they are. The bytes lie in a
//! [`Cabinet`](crate::cabinet::Cabinet) beside the database.

use super::{StoreError, people::Hash};
use crate::cabinet::hex;
use async_trait::async_trait;
use board::{
    cv::{FileKind, FileRef},
    id::{BoardId, PersonId},
    time::Timestamp,
};

/// A file of a board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// Which board.
    pub board: BoardId,
    /// SHA-256 of the bytes.
    pub hash: Hash,
    /// Who sent it.
    pub person: PersonId,
    /// What it was found to be.
    pub kind: FileKind,
    /// How many bytes.
    pub bytes: u32,
    /// The name it had, without folders.
    pub name: String,
    /// When it came.
    pub at: Timestamp,
}

impl From<FileRow> for FileRef {
    fn from(row: FileRow) -> Self {
        Self { sha256: hex(&row.hash), kind: row.kind, bytes: row.bytes, name: row.name }
    }
}

/// How much one person can keep.
#[derive(Clone, Copy, Debug)]
pub struct Quota {
    /// Most files.
    pub files: u32,
    /// Most bytes.
    pub bytes: u64,
}

/// Files of boards.
#[async_trait]
pub trait FileStore: Send + Sync {
    /// Notes a file, once its bytes are on the disk. The same file again takes the newer name.
    /// `false`, and nothing noted, when the person keeps as much as they can.
    async fn add_file(&self, file: FileRow, quota: Quota) -> Result<bool, StoreError>;

    /// A file of a board, when something that this person may read there refers to it, or when
    /// they sent it and nothing refers to it yet.
    async fn file(
        &self,
        board: BoardId,
        person: PersonId,
        hash: Hash,
    ) -> Result<FileRow, StoreError>;

    /// Whether any board has a file with these bytes.
    async fn is_file_kept(&self, hash: Hash) -> Result<bool, StoreError>;
}
