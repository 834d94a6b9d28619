//! What figures are reckoned from, and what they are held against. Rows carry no name.

use super::StoreError;
use async_trait::async_trait;
use board::{
    office::{
        record::DuoRecord,
        target::{BranchTarget, PrintedSums, RegionBudget, RegionTarget},
    },
    protocol::figures::{BranchName, SetBudget, SetTarget},
};

/// Targets and money, with their version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredTargets {
    /// Changes with every change.
    pub version: u64,
    /// Duos a branch and year.
    pub targets: Vec<BranchTarget>,
    /// Duos a region and year.
    pub regions: Vec<RegionTarget>,
    /// Money a region and year.
    pub budgets: Vec<RegionBudget>,
    /// Sums as a source printed them.
    pub printed: Vec<PrintedSums>,
}

/// What replaces targets and money; whatever it does not name stays.
#[derive(Clone, Debug, Default)]
pub struct TargetChanges {
    /// Of branches.
    pub targets: Vec<SetTarget>,
    /// Of regions.
    pub regions: Vec<RegionTarget>,
    /// Money of regions.
    pub budgets: Vec<SetBudget>,
    /// Printed sums of regions.
    pub printed: Vec<PrintedSums>,
}

/// Figures.
#[async_trait]
pub trait FigureStore: Send + Sync {
    /// Every duo of the association, by its first day. The optional answers of mentees are read
    /// only when figures are broken down by them.
    async fn duo_records(&self, demographics: bool) -> Result<Vec<DuoRecord>, StoreError>;

    /// Every branch, by name.
    async fn branch_names(&self) -> Result<Vec<BranchName>, StoreError>;

    /// Targets and money.
    async fn targets(&self) -> Result<StoredTargets, StoreError>;

    /// Changes them. [`StoreError::Stale`] when they are another version by now.
    async fn change_targets(&self, to: TargetChanges, version: u64) -> Result<(), StoreError>;
}
