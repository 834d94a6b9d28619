//! Who works for the association, and its branches.

use super::{StoreError, people::Person};
use async_trait::async_trait;
use board::{
    actor::Role,
    id::{BranchId, PersonId, SessionId},
    protocol::team::{BranchCard, BranchFields, StaffMember},
    time::Timestamp,
};

/// What an account is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffChange {
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Language tag.
    pub lang: String,
    /// Branches; an organisation admin has all of them, a funder none.
    pub branches: Vec<BranchId>,
}

/// What became of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TeamOutcome {
    /// Done; sessions that ended with it.
    Done(Vec<SessionId>),
    /// Nobody would be left who can set up everything.
    LastAdmin,
}

/// What became of a branch to be removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BranchRemoval {
    /// It is gone.
    Done,
    /// It has or had duos, or people.
    InUse,
}

/// Staff and branches.
#[async_trait]
pub trait TeamStore: Send + Sync {
    /// Everyone who works for the association and has not left, by name.
    async fn team(&self, now: Timestamp) -> Result<Vec<StaffMember>, StoreError>;

    /// Adds an account. An organisation admin gets every branch.
    async fn hire(
        &self,
        person: &Person,
        branches: &[BranchId],
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Changes an account. Who becomes something else has to come in again, and no invitation from
    /// before leads to more than it did.
    async fn change_staff(
        &self,
        person: PersonId,
        version: u64,
        change: StaffChange,
        at: Timestamp,
    ) -> Result<TeamOutcome, StoreError>;

    /// Ends an account and its sessions. The name stays, since others were looked after under it.
    async fn end_staff(
        &self,
        person: PersonId,
        version: u64,
        at: Timestamp,
    ) -> Result<TeamOutcome, StoreError>;

    /// Every branch, by name.
    async fn branch_cards(&self) -> Result<Vec<BranchCard>, StoreError>;

    /// Adds a branch, which every organisation admin looks after.
    async fn open_branch(&self, id: BranchId, fields: BranchFields) -> Result<(), StoreError>;

    /// Changes a branch. [`StoreError::Stale`] when somebody was faster.
    async fn change_branch(
        &self,
        id: BranchId,
        version: u64,
        fields: BranchFields,
    ) -> Result<(), StoreError>;

    /// Removes a branch that nothing belongs to. [`StoreError::Stale`] when somebody changed it.
    async fn remove_branch(&self, id: BranchId, version: u64) -> Result<BranchRemoval, StoreError>;
}
