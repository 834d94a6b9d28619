//! Half-typed words of people whose device keeps none (sign-in.md step 4).

use super::StoreError;
use async_trait::async_trait;
use board::{id::PersonId, protocol::drafts::Draft, time::Timestamp};

/// Drafts, each for a day.
#[async_trait]
pub trait DraftStore: Send + Sync {
    /// What a person has begun to write, by name.
    async fn drafts_of(&self, person: PersonId, now: Timestamp) -> Result<Vec<Draft>, StoreError>;

    /// Keeps drafts in the place of those of the same names; empty words forget a name. More than
    /// are kept of one person is [`StoreError::Conflict`], and nothing changes.
    async fn keep_drafts(
        &self,
        person: PersonId,
        drafts: Vec<Draft>,
        now: Timestamp,
    ) -> Result<(), StoreError>;

    /// Forgets those whose day is over.
    async fn forget_drafts(&self, now: Timestamp) -> Result<(), StoreError>;
}
