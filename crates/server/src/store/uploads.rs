//! What is kept of files on their way. The bytes that have come lie in
//! [`Parts`](crate::parts::Parts) beside the database.

use super::{StoreError, people::Hash};
use async_trait::async_trait;
use board::{
    id::{BoardId, PersonId},
    time::Timestamp,
};
use uuid::Uuid;

/// A file on its way, or one that has arrived a short while ago.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadRow {
    /// Its id, which names its part on the disk.
    pub id: Uuid,
    /// The board it is for.
    pub board: BoardId,
    /// Who sends it.
    pub person: PersonId,
    /// How many bytes it will have.
    pub length: u32,
    /// The name it has, as its sender wrote it.
    pub name: String,
    /// SHA-256 of all its bytes, when its sender told it.
    pub announced: Option<Hash>,
    /// When it began.
    pub at: Timestamp,
    /// Until when it can be continued.
    pub expires: Timestamp,
    /// The hash of the file that was made of it, once it is whole.
    pub file: Option<Hash>,
}

/// Files on their way.
#[async_trait]
pub trait UploadStore: Send + Sync {
    /// Notes the beginning of one. A person has `most` at a time: the oldest make room. Returns
    /// those.
    async fn begin_upload(&self, row: UploadRow, most: u32) -> Result<Vec<Uuid>, StoreError>;

    /// One that this person sends to this board.
    async fn upload(
        &self,
        board: BoardId,
        person: PersonId,
        id: Uuid,
    ) -> Result<UploadRow, StoreError>;

    /// Notes which file was made of one.
    async fn finish_upload(&self, id: Uuid, file: Hash) -> Result<(), StoreError>;

    /// Forgets one.
    async fn forget_upload(&self, id: Uuid) -> Result<(), StoreError>;

    /// Forgets those that ended before this moment.
    async fn forget_uploads(&self, before: Timestamp) -> Result<(), StoreError>;

    /// Those whose bytes may still come.
    async fn open_uploads(&self, now: Timestamp) -> Result<Vec<Uuid>, StoreError>;
}
