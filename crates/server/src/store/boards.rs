//! What is kept of boards: spaces, their items and events, and what became of each operation.

use super::StoreError;
use async_trait::async_trait;
use board::{
    actor::Seat,
    id::{BoardId, DeviceId, ItemId, PersonId},
    op::Op,
    protocol::{
        boards::{BoardInfo, Cursor, Feed, Submit, Submitted},
        history::History,
    },
    reject::Reject,
    time::Timestamp,
    world::World,
};

/// Why a [`Submit`] was not dealt with at all.
#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    /// The device belongs to somebody else.
    #[error("the device belongs to somebody else")]
    DeviceTaken,
    /// An operation number was skipped.
    #[error("operation {expected} is missing")]
    Gap {
        /// The number that should come.
        expected: u64,
    },
    /// An operation number came back with another operation.
    #[error("operation number used for another operation")]
    Reused {
        /// The number that should come.
        expected: u64,
    },
    /// The database refused, or the board is not there for this person.
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for SubmitError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Boards and what is on them.
///
/// A board that does not exist and a board that is somebody else's are the same
/// [`StoreError::NotFound`].
#[async_trait]
pub trait BoardStore: Send + Sync {
    /// The boards a person may open, newest duo first.
    async fn boards_of(&self, person: PersonId) -> Result<Vec<BoardInfo>, StoreError>;

    /// A board for a mentee who has none yet.
    async fn create_board(&self, mentee: PersonId, at: Timestamp) -> Result<BoardId, StoreError>;

    /// As what a person may open a board now.
    async fn seat(&self, board: BoardId, person: PersonId) -> Result<Seat, StoreError>;

    /// How far a board is for this person.
    async fn cursor(&self, board: BoardId, person: PersonId) -> Result<Cursor, StoreError>;

    /// What changed since a cursor; everything when there is none or it cannot be followed.
    async fn feed(
        &self,
        board: BoardId,
        person: PersonId,
        device: Option<DeviceId>,
        since: Option<Cursor>,
    ) -> Result<Feed, StoreError>;

    /// All that a person sees of a board, to read it.
    async fn world(&self, board: BoardId, person: PersonId) -> Result<(Seat, World), StoreError>;

    /// A page of who changed what, newest first: of everything this person may read there, or of
    /// one item and the comments on it; older than a pair of revisions (shared, private).
    async fn history(
        &self,
        board: BoardId,
        person: PersonId,
        item: Option<ItemId>,
        before: Option<(u64, u64)>,
    ) -> Result<History, StoreError>;

    /// Carries out operations, each once, in one transaction; whether the person may is read in
    /// the same transaction. Live readers are told after the commit, in its order.
    async fn submit(
        &self,
        board: BoardId,
        person: PersonId,
        at: Timestamp,
        submit: Submit,
    ) -> Result<Submitted, SubmitError>;

    /// Carries out one operation of somebody who keeps no numbers of their own, such as a form: it
    /// gets the next number of `device` in the same transaction. Why it was not carried out, if it
    /// was not.
    async fn act(
        &self,
        board: BoardId,
        person: PersonId,
        at: Timestamp,
        device: DeviceId,
        op: Op,
    ) -> Result<Option<Reject>, SubmitError>;
}
