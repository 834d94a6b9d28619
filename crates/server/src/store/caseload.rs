//! The duos that a coordinator looks after, with the facts their states are reckoned from. Names
//! that staff wrote, days and numbers: no word of a board can get into any of these types.

use super::StoreError;
use async_trait::async_trait;
use board::{
    health::{facts::Facts, thresholds::Thresholds},
    id::{BranchId, DuoId, PersonId},
    office::region::Region,
    protocol::boards::PersonName,
    slug::Slug,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// A branch, as its duos need it.
#[derive(Clone, Debug)]
pub struct CaseBranch {
    /// Which.
    pub id: BranchId,
    /// Its name.
    pub name: String,
    /// Where it works.
    pub region: Option<Region>,
    /// When the rules speak up.
    pub thresholds: Thresholds,
    /// The version of the thresholds.
    pub version: u64,
}

/// A duo, running or closed.
#[derive(Clone, Debug)]
pub struct CaseDuo {
    /// Which.
    pub id: DuoId,
    /// Its version.
    pub version: u64,
    /// The branch that looks after it.
    pub branch: Arc<CaseBranch>,
    /// The mentee.
    pub mentee: PersonName,
    /// Language tag of the mentee.
    pub mentee_lang: String,
    /// The mentor.
    pub mentor: PersonName,
    /// Language tag of the mentor.
    pub mentor_lang: String,
    /// Who looks after it.
    pub coordinator: Option<PersonName>,
    /// What the mentee aims at.
    pub sector: Option<Slug>,
    /// First day.
    pub start: NaiveDate,
    /// What its state is reckoned from.
    pub facts: Arc<Facts>,
}

/// What changed since somebody last asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangedDuos {
    /// Ask from here next time.
    pub mark: i64,
    /// Which duos, of the reader's branches.
    pub duos: Vec<DuoId>,
}

/// The caseload.
#[async_trait]
pub trait CaseloadStore: Send + Sync {
    /// The duos of the branches that `staff` looks after, or the one of them that is asked for.
    async fn caseload(
        &self,
        staff: PersonId,
        only: Option<DuoId>,
    ) -> Result<Vec<CaseDuo>, StoreError>;

    /// A branch that `staff` looks after; [`StoreError::NotFound`] for any other.
    async fn case_branch(
        &self,
        staff: PersonId,
        branch: BranchId,
    ) -> Result<CaseBranch, StoreError>;

    /// The facts of every duo of a branch, closed ones too.
    async fn branch_facts(&self, branch: BranchId) -> Result<Vec<Arc<Facts>>, StoreError>;

    /// Changes the thresholds of a branch, when they are still this version. The new version.
    async fn set_thresholds(
        &self,
        branch: BranchId,
        version: u64,
        thresholds: Thresholds,
    ) -> Result<u64, StoreError>;

    /// The duos of the reader's branches that changed since a mark; without one, only the mark.
    async fn changed_duos(
        &self,
        staff: PersonId,
        since: Option<i64>,
    ) -> Result<ChangedDuos, StoreError>;
}
