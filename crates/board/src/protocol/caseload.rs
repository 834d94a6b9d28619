//! What a coordinator sees of their duos (features.md K02 to K05, K20): states with their rules,
//! days and numbers, and the names that staff wrote. No type here can hold a word of a board.

use crate::{
    health::{DuoState, Health, thresholds::Thresholds},
    id::{BranchId, DuoId},
    office::region::Region,
    protocol::boards::PersonName,
    slug::Slug,
};
use chrono::NaiveDate;
use wire::Wire;

/// A duo in the list of a coordinator.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseloadRow {
    /// Which.
    pub id: DuoId,
    /// Its version, for `If-Match`.
    pub version: u64,
    /// The branch that looks after it.
    pub branch: BranchId,
    /// Name of that branch.
    pub branch_name: String,
    /// Where that branch works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// The mentee; without a name once they left.
    pub mentee: PersonName,
    /// Language tag of the mentee.
    pub mentee_lang: String,
    /// The mentor; without a name once they left.
    pub mentor: PersonName,
    /// Language tag of the mentor.
    pub mentor_lang: String,
    /// Who of the branch looks after them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinator: Option<PersonName>,
    /// What the mentee aims at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Slug>,
    /// First day.
    pub start: NaiveDate,
    /// Last day, as planned.
    pub planned_end: NaiveDate,
    /// How it is doing, and why.
    pub health: Health,
    /// When the two last met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_met: Option<NaiveDate>,
    /// When they meet next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_meeting: Option<NaiveDate>,
    /// By when the coordinator is to speak with the mentee.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentee_due: Option<NaiveDate>,
    /// By when the coordinator is to speak with the mentor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentor_due: Option<NaiveDate>,
}

/// How many duos are in a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StateCount {
    /// The state.
    pub state: DuoState,
    /// How many.
    pub duos: u32,
}

/// A page of the caseload.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Caseload {
    /// The day it is in Belgium.
    pub today: NaiveDate,
    /// The duos of this page, the one to look at first before the others.
    pub rows: Vec<CaseloadRow>,
    /// How many come before them.
    pub after: u32,
    /// How many there are on all pages.
    pub total: u32,
    /// How many are in each state, whichever states were asked for.
    pub counts: Vec<StateCount>,
    /// How many to call first: help asked, closure overdue, stalled.
    pub to_call: u32,
    /// What the filters can be set to.
    pub choices: CaseloadChoices,
}

/// What the filters of the caseload can be set to: what there is in the reader's branches.
#[derive(Clone, Debug, Default, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseloadChoices {
    /// Those who look after a duo, by name.
    pub coordinators: Vec<PersonName>,
    /// First days of months in which duos began, the newest first.
    pub months: Vec<NaiveDate>,
    /// Sectors that mentees aim at.
    pub sectors: Vec<Slug>,
    /// Languages of the two.
    pub langs: Vec<String>,
}

/// A part of a whole, with both numbers: a share alone hides how few it may stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Share {
    /// The part.
    pub part: u32,
    /// The whole.
    pub of: u32,
}

/// How the duos of a branch were doing at one day.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BranchMoment {
    /// The day.
    pub on: NaiveDate,
    /// Duos that ran, by state.
    pub states: Vec<StateCount>,
    /// How many duos ran.
    pub running: u32,
    /// Days since the last meeting of the running duos that have met: the one in the middle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub median_days: Option<u32>,
    /// How many have met.
    pub met: u32,
}

/// How the duos of a branch are doing (health.md, "Branch view").
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BranchView {
    /// Which branch.
    pub branch: BranchId,
    /// Its name.
    pub name: String,
    /// Today.
    pub now: BranchMoment,
    /// The ends of the last six months, the oldest first.
    pub before: Vec<BranchMoment>,
    /// Of the duos that began at least 14 days ago, in the last twelve months: those that met
    /// within 14 days.
    pub early_meeting: Share,
    /// Of the full months of duos in the last twelve months: those in which they met as often as
    /// the contract asks for.
    pub floor: Share,
    /// Of the duos that began in the last 24 months, and at least 13 weeks ago: those that ended
    /// before 13 weeks.
    pub ended_13: Share,
    /// The same for 26 weeks.
    pub ended_26: Share,
}

/// The thresholds of a branch.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BranchThresholds {
    /// Their version, for `If-Match`.
    pub version: u64,
    /// What holds.
    pub thresholds: Thresholds,
    /// What holds where nobody changed anything.
    pub defaults: Thresholds,
    /// Whether the reader may change them.
    pub may_change: bool,
}

/// What a branch would see with other thresholds.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ThresholdPreview {
    /// How many running duos are in each state now.
    pub before: Vec<StateCount>,
    /// How many would be.
    pub after: Vec<StateCount>,
    /// How many would newly need a look.
    pub newly_flagged: u32,
    /// How many would need none any more.
    pub no_longer: u32,
}
