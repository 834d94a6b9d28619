//! Figures, targets and what is exported of them (features.md K13 to K17). Listed words, numbers
//! and days; no word of a board, and no name but those of branches.

use crate::{
    id::BranchId,
    office::{
        breakdown::{BreakdownRow, By},
        indicators::{Anchor, figure::Figure},
        region::Region,
        target::{BranchTarget, PrintedSums, Progress, RegionBudget, RegionTarget},
    },
};
use chrono::NaiveDate;
use wire::Wire;

/// A branch, as figures name it.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BranchName {
    /// Which.
    pub id: BranchId,
    /// Its name.
    pub name: String,
    /// Where it works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
}

/// What figures are of.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FiguresOf {
    /// Duos that began on this day or later.
    pub from: NaiveDate,
    /// Duos that began on this day or earlier.
    pub to: NaiveDate,
    /// From where twelve months are counted.
    pub anchor: Anchor,
    /// Only this branch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub branch: Option<BranchId>,
    /// Only this region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// The day of the report.
    pub on: NaiveDate,
    /// The years in which a duo began, newest first.
    pub years: Vec<u16>,
    /// The branches that may be chosen.
    pub branches: Vec<BranchName>,
    /// Whether the numbers are of all branches of the association when none is chosen.
    pub whole: bool,
}

/// The figures of some duos.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Indicators {
    /// Of which duos.
    pub of: FiguresOf,
    /// I01 to I24, in this order.
    pub figures: Vec<Figure>,
    /// Where the year stands, when the figures are of one: each branch, each region, all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub progress: Vec<Progress>,
}

/// One year's duos, told apart.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Breakdown {
    /// Of which duos.
    pub of: FiguresOf,
    /// By what.
    pub by: By,
    /// All of them.
    pub total: BreakdownRow,
    /// The groups.
    pub rows: Vec<BreakdownRow>,
}

/// The evidence pack.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EvidencePack {
    /// Of which duos.
    pub of: FiguresOf,
    /// The figures.
    pub figures: Vec<Figure>,
}

/// What the association aims at, and what it may cost.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Targets {
    /// Changes with every change; a change names the one it was made from.
    pub version: u64,
    /// The branches that may be seen.
    pub branches: Vec<BranchName>,
    /// Duos a branch and year.
    pub targets: Vec<BranchTarget>,
    /// Duos a region and year.
    pub regions: Vec<RegionTarget>,
    /// Money a region and year, in thousands of euros.
    pub budgets: Vec<RegionBudget>,
    /// Sums as a source printed them.
    pub printed: Vec<PrintedSums>,
}

/// Duos to begin in one year; nothing takes the number away.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SetTarget {
    /// Which branch.
    pub branch: BranchId,
    /// Which year.
    pub year: u16,
    /// How many duos.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duos: Option<u32>,
}

/// Changes targets; those not named stay.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeTargets {
    /// The changes.
    pub targets: Vec<SetTarget>,
}

/// A budget and what is asked of public funds, in thousands of euros; nothing takes them away.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SetBudget {
    /// Which region.
    pub region: Region,
    /// Which year.
    pub year: u16,
    /// The whole budget.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<u32>,
    /// What is asked of public funds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public: Option<u32>,
}

/// Changes budgets; those not named stay.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeBudgets {
    /// The changes.
    pub budgets: Vec<SetBudget>,
}

/// What came of loading the annex of the memorandum.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnnexLoaded {
    /// Everything, as it is now.
    pub targets: Targets,
    /// Places of the annex that no branch is named after.
    pub missing: Vec<String>,
}
