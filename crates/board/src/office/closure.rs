//! How a duo was closed (features.md K09): kind and day are one value, so neither comes without
//! the other.

use crate::closed_enum::closed_enum;
use chrono::NaiveDate;
use wire::Wire;

closed_enum! {
    /// Why a duo was closed.
    ClosureKind {
        /// The six months are over.
        PlannedEnd = "planned_end",
        /// Work, training, an internship or studies began (indicators.md I03).
        PositiveOutcome = "positive_outcome",
        /// The mentee stops.
        MenteeStops = "mentee_stops",
        /// The mentor stops.
        MentorStops = "mentor_stops",
        /// The two did not fit; a new duo may follow.
        NoMatch = "no_match",
        /// One of the two moved away.
        MovedAway = "moved_away",
        /// Nobody could be reached any more.
        Unreachable = "unreachable",
        /// Something else.
        OtherReason = "other",
    }
}

/// What belongs to a good end (features.md K09).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Checklist {
    /// Both were told before that the end is near.
    pub notice: bool,
    /// The mentee was asked how it was.
    pub talk_mentee: bool,
    /// The mentor was asked how it was.
    pub talk_mentor: bool,
    /// The mentee knows the next step and who helps with it.
    pub next_step: bool,
    /// The two know whether and how they stay in touch.
    pub contact_rule: bool,
}

impl Checklist {
    /// Whether nothing was left out (features.md K17).
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let Self { notice, talk_mentee, talk_mentor, next_step, contact_rule } = *self;
        notice && talk_mentee && talk_mentor && next_step && contact_rule
    }
}

/// The end of a duo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// Why.
    pub kind: ClosureKind,
    /// The last day.
    pub on: NaiveDate,
    /// What was done for a good end.
    #[serde(default)]
    pub checklist: Checklist,
}

/// Weeks before which an end counts as early (indicators.md I04).
pub const EARLY_WEEKS: [i64; 2] = [13, 26];

impl Closure {
    /// Whether the duo was completed: by a positive outcome, or not before the planned end (I03).
    #[must_use]
    pub fn is_completion(&self, planned_end: NaiveDate) -> bool {
        self.kind == ClosureKind::PositiveOutcome || self.on >= planned_end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_positive_outcome_completes_before_the_planned_end() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let closure = |kind, on| Closure { kind, on: day(on), checklist: Checklist::default() };
        let end = day("2026-06-30");
        assert!(closure(ClosureKind::PositiveOutcome, "2026-03-01").is_completion(end));
        assert!(closure(ClosureKind::PlannedEnd, "2026-06-30").is_completion(end));
        assert!(!closure(ClosureKind::MentorStops, "2026-06-29").is_completion(end));
    }
}
