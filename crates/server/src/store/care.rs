//! Which duo is in whose care: what everything else asks before it reads or changes something of
//! a duo. A duo of another branch is not there.

use super::{StoreError, people::Person};
use async_trait::async_trait;
use board::id::{BoardId, DuoId, PersonId};
use chrono::NaiveDate;

/// A duo, running or closed, of a branch that somebody looks after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaredDuo {
    /// Which.
    pub id: DuoId,
    /// The mentee's board.
    pub board: BoardId,
    /// The mentee.
    pub mentee: PersonId,
    /// The mentor.
    pub mentor: PersonId,
    /// First day.
    pub start: NaiveDate,
}

/// Who may look after what.
#[async_trait]
pub trait CareStore: Send + Sync {
    /// The duo, or [`StoreError::NotFound`], also for one of another branch.
    async fn cared_duo(&self, staff: PersonId, duo: DuoId) -> Result<CaredDuo, StoreError>;

    /// A mentee or mentor whom a branch of `staff` looks after today: one who has gone on with
    /// another branch is not, though their duo of before is. [`StoreError::NotFound`] otherwise.
    async fn cared_person(&self, staff: PersonId, person: PersonId) -> Result<Person, StoreError>;

    /// Whether this is a mentee whom a branch of `staff` looks after today.
    async fn is_cared_mentee(&self, staff: PersonId, person: PersonId) -> Result<bool, StoreError>;
}
