//! What the health of a duo is reckoned from: days and counts. No text leaves the database here;
//! the type has no room for one.

use super::StoreError;
use async_trait::async_trait;
use board::{
    actor::Seat,
    health::facts::Facts,
    id::{BoardId, PersonId},
    time::Timestamp,
};

/// Facts about duos.
#[async_trait]
pub trait HealthStore: Send + Sync {
    /// The facts of the newest duo of a board that this person may open now, and as what they
    /// open it. A board that never had a duo is [`StoreError::NotFound`] too.
    async fn health_facts(
        &self,
        board: BoardId,
        person: PersonId,
        now: Timestamp,
    ) -> Result<(Seat, Facts), StoreError>;
}
