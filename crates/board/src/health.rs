//! How a duo is doing, and why (health.md). The coordinator sees it without reading the board, and
//! the duo sees the same.
//!
//! Meetings and answers count, clicks do not. Steps that are overdue are left out on purpose: two
//! steps back are part of the way. Nothing happens by itself because of a state.

pub mod board;
pub mod calendar;
pub mod facts;
pub mod hint;
pub mod plan;
pub mod reason;
mod rules;
pub mod thresholds;

use crate::actor::Seat;
use chrono::NaiveDate;
use facts::Facts;
use reason::{Cause, Reason};
use thresholds::Thresholds;
use wire::Wire;

/// The state of a duo. The first one that a rule asks for wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DuoState {
    /// It is over.
    Closed,
    /// One of the two asked for help.
    HelpRequested,
    /// It takes a break.
    Paused,
    /// The planned end is past.
    ClosureOverdue,
    /// Nothing moves.
    Stalled,
    /// It needs a check-in.
    Watch,
    /// It has only begun.
    TooEarly,
    /// It goes well.
    OnTrack,
}

impl DuoState {
    /// Every state, the one to look at first before the others (features.md K02).
    pub const BY_NEED: [Self; 8] = [
        Self::HelpRequested,
        Self::ClosureOverdue,
        Self::Stalled,
        Self::Watch,
        Self::TooEarly,
        Self::OnTrack,
        Self::Paused,
        Self::Closed,
    ];

    /// The word that stands for the state on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::HelpRequested => "help_requested",
            Self::Paused => "paused",
            Self::ClosureOverdue => "closure_overdue",
            Self::Stalled => "stalled",
            Self::Watch => "watch",
            Self::TooEarly => "too_early",
            Self::OnTrack => "on_track",
        }
    }
}

/// How a duo is doing.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Health {
    /// In one word.
    pub state: DuoState,
    /// Why: first what made the state, last what only informs. Never empty.
    pub reasons: Vec<Reason>,
}

/// How a duo is doing, as its coordinator sees it.
#[must_use]
pub fn health(facts: &Facts, today: NaiveDate, thresholds: &Thresholds) -> Health {
    let mut reasons = rules::reasons(facts, today, thresholds);
    // The sort is stable: rules of one weight stay in their order.
    reasons.sort_by_key(|reason| reason.asks.unwrap_or(DuoState::OnTrack));
    let state = reasons.first().and_then(|reason| reason.asks).unwrap_or(DuoState::OnTrack);
    Health { state, reasons }
}

/// How a duo is doing, as one of the two sees it (features.md T13).
///
/// The same rules, without the coordinator's tasks and without what the other one told the
/// coordinator alone.
#[must_use]
pub fn health_for(seat: Seat, facts: &Facts, today: NaiveDate, thresholds: &Thresholds) -> Health {
    let mut health = health(&facts.as_seen_by(seat), today, thresholds);
    health.reasons.retain(|reason| !matches!(reason.cause, Cause::ContactDue { .. }));
    health
}

/// The day by which the coordinator is to speak with one of the two (C1), past or to come.
#[must_use]
pub fn contact_due(
    facts: &Facts,
    with: Seat,
    today: NaiveDate,
    thresholds: &Thresholds,
) -> Option<NaiveDate> {
    let days = match with {
        Seat::Mentee => &facts.contacts.mentee,
        Seat::Mentor => &facts.contacts.mentor,
    };
    rules::next_contact(facts.start, days, today, thresholds)
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
