//! What is kept of the plan of a duo: its days, breaks and end (features.md K08, K09), and of what
//! a mentee shows to the next mentor (K21).

use super::{StoreError, account::Reader};
use async_trait::async_trait;
use board::{
    id::{BoardId, BranchId, BreakId, DuoId, PersonId},
    office::closure::Closure,
    protocol::{
        boards::PersonName,
        plans::{ChangePlan, DuoPlan, KnownMentor, NewBreak, OfficeBreak, ViewChoice},
    },
    time::Timestamp,
};
use chrono::NaiveDate;

/// Plans of duos. Every duo is one of the branches that `staff` looks after; any other one is
/// [`StoreError::NotFound`]. What only a running duo allows is [`StoreError::Conflict`] after it.
#[async_trait]
pub trait PlanStore: Send + Sync {
    /// The plan of a duo, running or closed.
    async fn duo_plan(
        &self,
        staff: PersonId,
        duo: DuoId,
        now: Timestamp,
    ) -> Result<DuoPlan, StoreError>;

    /// Changes the plan, when the duo is still this version.
    async fn change_plan(
        &self,
        staff: PersonId,
        duo: DuoId,
        version: u64,
        plan: ChangePlan,
    ) -> Result<(), StoreError>;

    /// Notes a break. The same days noted twice are one break.
    async fn add_break(
        &self,
        staff: PersonId,
        duo: DuoId,
        new: NewBreak,
        at: Timestamp,
    ) -> Result<OfficeBreak, StoreError>;

    /// Ends a break: from `day` on the two meet again. One that is over stays as it is.
    async fn end_break(
        &self,
        staff: PersonId,
        id: BreakId,
        day: NaiveDate,
    ) -> Result<(), StoreError>;

    /// Closes a duo, or says how one ended whose mentor or mentee left. [`StoreError::Conflict`]
    /// when somebody else closed it before.
    async fn close_duo(
        &self,
        staff: PersonId,
        duo: DuoId,
        closure: Closure,
        at: Timestamp,
    ) -> Result<Reader, StoreError>;

    /// Says more about a closing, when the duo is still this version.
    async fn change_closure(
        &self,
        staff: PersonId,
        duo: DuoId,
        version: u64,
        closure: Closure,
    ) -> Result<(), StoreError>;

    /// Undoes a closing, when the duo is still this version. [`StoreError::Conflict`] when that is
    /// no longer possible.
    async fn undo_closure(
        &self,
        staff: PersonId,
        duo: DuoId,
        version: u64,
        now: Timestamp,
    ) -> Result<(), StoreError>;

    /// Those who can look after a duo of this branch, by name.
    async fn colleagues(&self, branch: BranchId) -> Result<Vec<PersonName>, StoreError>;

    /// The mentors whom the branch of a duo knows, by name, without the one it had.
    async fn known_mentors(
        &self,
        staff: PersonId,
        duo: DuoId,
    ) -> Result<Vec<KnownMentor>, StoreError>;

    /// What the mentee of a board is still to choose for a new mentor.
    async fn view_choice(&self, board: BoardId, mentee: PersonId)
    -> Result<ViewChoice, StoreError>;

    /// The mentee has chosen.
    async fn end_view_choice(
        &self,
        board: BoardId,
        mentee: PersonId,
        at: Timestamp,
    ) -> Result<(), StoreError>;
}
