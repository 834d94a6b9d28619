//! Duos that came as a file.

use super::{
    StoreError,
    people::{Hash, NewDuoRow, Person},
};
use async_trait::async_trait;
use board::{
    id::{ImportId, PersonId},
    protocol::imports::ImportInfo,
    time::Timestamp,
};

/// A list to be created.
#[derive(Clone, Debug)]
pub struct NewImport {
    /// Which.
    pub id: ImportId,
    /// Who does it.
    pub author: PersonId,
    /// Hash of the rows, so that the same id with other rows is noticed.
    pub digest: Hash,
    /// Now.
    pub at: Timestamp,
    /// The duos, in the order of the file. A mentor of several is new in the first one.
    pub duos: Vec<NewDuoRow>,
}

/// What became of a [`NewImport`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportOutcome {
    /// It exists now.
    Created,
    /// The same list was created before.
    Repeated,
    /// The same id came with another list.
    Reused,
}

/// Lists.
#[async_trait]
pub trait ImportStore: Send + Sync {
    /// Creates all duos of a list, or none: [`StoreError::Conflict`] when one of them cannot be.
    async fn create_import(&self, import: NewImport) -> Result<ImportOutcome, StoreError>;

    /// The lists of the branches that `staff` looks after, newest first.
    async fn imports(&self, staff: PersonId) -> Result<Vec<ImportInfo>, StoreError>;

    /// Takes a list back. [`StoreError::Conflict`] when somebody of it came in, or when one of its
    /// duos is of a branch that `staff` does not look after.
    async fn undo_import(
        &self,
        staff: PersonId,
        import: ImportId,
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Whom a list added to the branches that `staff` looks after and who did not come in yet:
    /// mentee, mentor, duo after duo.
    async fn still_out(&self, staff: PersonId, import: ImportId)
    -> Result<Vec<Person>, StoreError>;
}
