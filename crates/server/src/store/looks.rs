//! What is kept of looks at people: who, at whom, at what, on which day. A row is never changed.

use super::StoreError;
use async_trait::async_trait;
use board::{id::PersonId, office::look::Looked, protocol::looks::Look, time::Timestamp};

/// The record of looks.
#[async_trait]
pub trait LookStore: Send + Sync {
    /// Notes that somebody of the association looked at something of these people. What was noted
    /// on the same day already is not noted again.
    async fn note_looks(
        &self,
        staff: PersonId,
        people: &[PersonId],
        what: Looked,
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// The same for one person.
    async fn note_look(
        &self,
        staff: PersonId,
        person: PersonId,
        what: Looked,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.note_looks(staff, &[person], what, at).await
    }

    /// The looks at a person, newest first.
    async fn looks_at(&self, person: PersonId) -> Result<Vec<Look>, StoreError>;

    /// The number of the first row that is not as it was written, or whose neighbour is gone.
    async fn first_changed_look(&self) -> Result<Option<u64>, StoreError>;
}
