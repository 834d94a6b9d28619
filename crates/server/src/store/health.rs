//! What the health of a duo is reckoned from: days and counts. No text leaves the database here;
//! the type has no room for one.

use super::StoreError;
use async_trait::async_trait;
use board::{
    actor::Seat,
    health::{facts::Facts, thresholds::Thresholds},
    id::{BoardId, PersonId},
    time::Timestamp,
};
use std::sync::Arc;

/// The facts of a duo, as one of the two may know them.
#[derive(Clone, Debug)]
pub struct OwnFacts {
    /// As what the person opens the board.
    pub seat: Seat,
    /// What is known.
    pub facts: Arc<Facts>,
    /// When the rules speak up in the branch of the duo.
    pub thresholds: Thresholds,
}

/// Facts about duos.
#[async_trait]
pub trait HealthStore: Send + Sync {
    /// The facts of the newest duo of a board that this person may open now. A board that never
    /// had a duo is [`StoreError::NotFound`] too.
    async fn health_facts(
        &self,
        board: BoardId,
        person: PersonId,
        now: Timestamp,
    ) -> Result<OwnFacts, StoreError>;

    /// Brings the facts of every duo up to date. How many were not.
    async fn refresh_facts(&self) -> Result<u32, StoreError>;
}
