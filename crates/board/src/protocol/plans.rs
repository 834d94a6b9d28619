//! What coordinators plan for a duo: its days, its breaks, its end and what comes after
//! (features.md K08, K09, K21). Days, numbers, listed words and names that staff wrote.

use crate::{
    id::{BranchId, BreakId, DuoId, ItemId, PersonId},
    office::closure::Closure,
    protocol::boards::PersonName,
    slug::Slug,
    time::Timestamp,
};
use chrono::NaiveDate;
use wire::Wire;

/// The plan of a duo, running or closed.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DuoPlan {
    /// The duo's version, for `If-Match`.
    pub version: u64,
    /// The day it is in Belgium.
    pub today: NaiveDate,
    /// The branch that looks after it.
    pub branch: BranchId,
    /// The mentee.
    pub mentee: PersonName,
    /// The mentor.
    pub mentor: PersonName,
    /// First day.
    pub start: NaiveDate,
    /// What can be changed.
    pub settings: ChangePlan,
    /// Who can look after it: the coordinators of its branch.
    pub colleagues: Vec<PersonName>,
    /// Breaks that a coordinator noted, the newest first.
    pub breaks: Vec<OfficeBreak>,
    /// Breaks that the two took by themselves: days, and no reason.
    pub own_breaks: Vec<OwnBreak>,
    /// Since which day it is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<NaiveDate>,
    /// How it was closed. A duo whose mentor or mentee left is over without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closure: Option<ClosureInfo>,
    /// The first day on which the mentee can begin with another mentor; absent while this duo
    /// runs, and once there is a newer one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rematch_from: Option<NaiveDate>,
    /// The newer duo of the same mentee.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<DuoId>,
}

/// What a coordinator changes of a duo.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangePlan {
    /// Last day, as planned.
    pub planned_end: NaiveDate,
    /// Days between two meetings. A rhythm that both signed counts before it.
    pub cadence_days: u16,
    /// Who looks after the duo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinator: Option<PersonId>,
    /// The sector the mentee aimed at when the duo began; nothing: no project yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Slug>,
}

/// Notes a break.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewBreak {
    /// First day.
    pub from: NaiveDate,
    /// Last day: not before the first.
    pub until: NaiveDate,
}

/// Longest a break can be, in days.
pub const BREAK_DAYS_MAX: u64 = 366;

/// A break that a coordinator noted.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficeBreak {
    /// Which.
    pub id: BreakId,
    /// First day.
    pub from: NaiveDate,
    /// Last day, as planned.
    pub until: NaiveDate,
    /// The day on which they went on earlier than planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<NaiveDate>,
    /// Who noted it, by name.
    pub author: String,
}

impl OfficeBreak {
    /// Whether the duo rests on this day.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.until && self.ended.is_none_or(|ended| day < ended)
    }

    /// Whether there is something left to end.
    #[must_use]
    pub fn is_open(&self, today: NaiveDate) -> bool {
        self.ended.is_none() && today <= self.until
    }
}

/// A break that the two took by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnBreak {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
}

/// How a duo was closed, and by whom.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClosureInfo {
    /// Kind, day and checklist.
    pub closure: Closure,
    /// Who closed it, by name; empty when they left.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Until when it can be undone; absent when it no longer can.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undo_until: Option<Timestamp>,
}

/// Days during which a closing that was a mistake can be undone.
pub const UNDO_CLOSING_DAYS: i64 = 7;

/// Gives the mentee of a closed duo another mentor. The board stays the mentee's.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Rematch {
    /// The mentor, when the branch knows them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentor: Option<PersonId>,
    /// Name or pseudonym of a new mentor.
    #[serde(default)]
    pub mentor_name: String,
    /// Language tag of a new mentor.
    #[serde(default)]
    pub mentor_lang: String,
    /// First day: not before `rematch_from`.
    pub start: NaiveDate,
    /// Days between two meetings.
    pub cadence_days: u16,
    /// The mentor has many running duos, and one more is meant.
    #[serde(default)]
    pub confirm_many: bool,
}

/// A mentor whom the branch knows.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KnownMentor {
    /// Who.
    pub id: PersonId,
    /// The name the coordinator wrote.
    pub name: String,
    /// Language tag.
    pub lang: String,
    /// Running duos.
    pub duos: u32,
}

/// What a new mentor may see is still to be chosen: until then they see nothing of what was
/// there before them.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ViewChoice {
    /// The new mentor, by name.
    pub mentor: String,
    /// What the former mentor could see. It is the mentee's alone now.
    pub items: Vec<ItemId>,
}
