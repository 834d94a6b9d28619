//! What is kept of requests for a call: who, what about, when. No words.

use super::StoreError;
use async_trait::async_trait;
use board::{
    id::{BoardId, PersonId},
    protocol::help::{HelpCall, HelpRequest},
    time::Timestamp,
};
use uuid::Uuid;

/// Requests for a call.
#[async_trait]
pub trait HelpStore: Send + Sync {
    /// Stores a request; `false` when as many as `most` of this person wait already.
    async fn ask_help(
        &self,
        board: BoardId,
        person: PersonId,
        request: HelpRequest,
        most: u32,
    ) -> Result<bool, StoreError>;

    /// A person's requests on a board, newest first.
    async fn help_of(
        &self,
        board: BoardId,
        person: PersonId,
    ) -> Result<Vec<HelpRequest>, StoreError>;

    /// The requests that wait in the branches of `staff`, oldest first.
    async fn open_help(&self, staff: PersonId) -> Result<Vec<HelpCall>, StoreError>;

    /// Notes that a request of one of those branches was dealt with.
    async fn answer_help(
        &self,
        staff: PersonId,
        request: Uuid,
        at: Timestamp,
    ) -> Result<(), StoreError>;
}
