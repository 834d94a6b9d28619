//! How long people stay known after their last duo (features.md A16).

use super::{StoreError, account::Ended};
use async_trait::async_trait;
use board::{id::PersonId, office::retention::Past, time::Timestamp};

/// Names and words whose time is over.
#[async_trait]
pub trait RetentionStore: Send + Sync {
    /// What decides about a person; nothing while a duo of theirs runs, or when they had none.
    async fn past_of(&self, person: PersonId) -> Result<Option<Past>, StoreError>;

    /// The person wants the plan to stay.
    async fn keep_known(&self, person: PersonId, at: Timestamp) -> Result<(), StoreError>;

    /// Notes who is told from now on that their name goes, and takes away the names and words of
    /// those who have been told for thirty days and whose day is over. Their outcomes, closures,
    /// days and counts stay; answers for reports stay, without a name, for two years after the
    /// duo at most.
    async fn end_retention(&self, now: Timestamp) -> Result<Ended, StoreError>;
}
