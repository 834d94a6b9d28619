//! Why a duo is in its state: the rule, its days and its numbers. Words are in the app's
//! catalogues; no type in here can hold any.

use super::DuoState;
use crate::actor::Seat;
use chrono::NaiveDate;
use wire::Wire;

/// What one rule says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reason {
    /// The state it asks for; none when it only informs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<DuoState>,
    /// The rule and what it found.
    pub cause: Cause,
}

/// What a rule of health.md found. Days of breaks are not in `days`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Cause {
    /// The duo is closed.
    #[serde(rename = "closed")]
    Closed {
        /// Since this day.
        on: NaiveDate,
    },
    /// One of the two asked the coordinator for help.
    #[serde(rename = "R1")]
    HelpAsked {
        /// Who.
        by: Seat,
        /// When.
        on: NaiveDate,
        /// The day by which an answer was promised.
        answer_by: NaiveDate,
        /// Whether that day is over.
        late: bool,
    },
    /// The duo takes a break.
    #[serde(rename = "R2")]
    Paused {
        /// First day.
        since: NaiveDate,
        /// Last day.
        until: NaiveDate,
        /// Whether it has lasted so long that the coordinator should ask.
        confirm: bool,
    },
    /// The planned end is past, and nobody closed the duo.
    #[serde(rename = "R3")]
    PastEnd {
        /// The planned end.
        planned_end: NaiveDate,
        /// Days since.
        days: u32,
    },
    /// The two have not met yet.
    #[serde(rename = "R4")]
    NotMetYet {
        /// First day of the duo.
        start: NaiveDate,
        /// Days since.
        days: u32,
        /// The next planned meeting.
        planned: Option<NaiveDate>,
    },
    /// How long ago the two met. Always there once they did.
    #[serde(rename = "R5")]
    LastMet {
        /// The day.
        on: NaiveDate,
        /// Days since.
        days: u32,
        /// The next planned meeting.
        planned: Option<NaiveDate>,
        /// Whether it is so long ago that a talk about closing is proposed.
        closure_talk: bool,
    },
    /// The next meeting is near, which makes R5 milder by one level.
    #[serde(rename = "R6")]
    Calmed {
        /// The planned meeting.
        planned: NaiveDate,
    },
    /// Fewer meetings in the last full month than the contract asks for.
    #[serde(rename = "R7")]
    BelowFloor {
        /// First day of that month.
        month: NaiveDate,
        /// Meetings held.
        held: u32,
        /// Meetings asked for.
        floor: u16,
    },
    /// Meetings were missed in a row.
    #[serde(rename = "R8")]
    Missed {
        /// How many.
        count: u32,
        /// The last one.
        last: NaiveDate,
    },
    /// The agreement of the duo is not signed by both.
    #[serde(rename = "R9")]
    NotSigned {
        /// Days since the start.
        days: u32,
    },
    /// No objective is active.
    #[serde(rename = "R10")]
    NoObjective {
        /// Days since the start.
        days: u32,
    },
    /// Neither changed the plan.
    #[serde(rename = "R11")]
    PlanUntouched {
        /// The last change, or the start.
        since: NaiveDate,
        /// Days since.
        days: u32,
    },
    /// Somebody waits for an answer.
    #[serde(rename = "R12")]
    Waiting {
        /// Who waits.
        who: Seat,
        /// Since when.
        since: NaiveDate,
        /// Days since.
        days: u32,
    },
    /// The mentee told the coordinator that it is hard.
    #[serde(rename = "R13")]
    LowPulse {
        /// When.
        on: NaiveDate,
        /// The face, of 5.
        face: u8,
    },
    /// Nobody knows what came of referrals.
    #[serde(rename = "R14")]
    QuietReferrals {
        /// How many the duo is reminded of.
        nudge: u32,
        /// How many of these are so old that the outcome is asked for.
        ask: u32,
        /// The last news of the one that has been quiet longest.
        since: NaiveDate,
    },
    /// The end is near: time to prepare the closure.
    #[serde(rename = "R15")]
    EndPhase {
        /// The planned end.
        planned_end: NaiveDate,
    },
    /// A task of the coordinator: to speak with one of the two. Never changes the state.
    #[serde(rename = "C1")]
    ContactDue {
        /// With whom.
        with: Seat,
        /// Since which day.
        due: NaiveDate,
    },
}

impl Cause {
    /// The rule's id in health.md.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        match self {
            Self::Closed { .. } => "closed",
            Self::HelpAsked { .. } => "R1",
            Self::Paused { .. } => "R2",
            Self::PastEnd { .. } => "R3",
            Self::NotMetYet { .. } => "R4",
            Self::LastMet { .. } => "R5",
            Self::Calmed { .. } => "R6",
            Self::BelowFloor { .. } => "R7",
            Self::Missed { .. } => "R8",
            Self::NotSigned { .. } => "R9",
            Self::NoObjective { .. } => "R10",
            Self::PlanUntouched { .. } => "R11",
            Self::Waiting { .. } => "R12",
            Self::LowPulse { .. } => "R13",
            Self::QuietReferrals { .. } => "R14",
            Self::EndPhase { .. } => "R15",
            Self::ContactDue { .. } => "C1",
        }
    }
}
