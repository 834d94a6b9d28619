//! What is kept of what came of duos: kinds, days and numbers.

use super::StoreError;
use async_trait::async_trait;
use board::{
    id::{DuoId, PersonId},
    office::outcome::Outcome,
    protocol::outcomes::{NewOutcome, OutcomeInfo},
    time::Timestamp,
};
use uuid::Uuid;

/// Outcomes of duos in somebody's care; of others, [`StoreError::NotFound`].
#[async_trait]
pub trait OutcomeStore: Send + Sync {
    /// The outcomes of a duo, the first first.
    async fn outcomes(&self, staff: PersonId, duo: DuoId) -> Result<Vec<OutcomeInfo>, StoreError>;

    /// One outcome, and of which duo.
    async fn outcome(
        &self,
        staff: PersonId,
        outcome: Uuid,
    ) -> Result<(DuoId, OutcomeInfo), StoreError>;

    /// Notes an outcome; the same id for the same duo again changes nothing.
    /// [`StoreError::Conflict`] when it stands for something else.
    async fn add_outcome(
        &self,
        staff: PersonId,
        duo: DuoId,
        new: NewOutcome,
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Writes an outcome again. [`StoreError::Stale`] when it is another version by now.
    async fn change_outcome(
        &self,
        staff: PersonId,
        outcome: Uuid,
        version: u64,
        to: Outcome,
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Takes an outcome away. [`StoreError::Stale`] when it is another version by now.
    async fn remove_outcome(
        &self,
        staff: PersonId,
        outcome: Uuid,
        version: u64,
    ) -> Result<(), StoreError>;
}
