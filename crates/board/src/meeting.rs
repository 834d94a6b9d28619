//! Meetings of the two (features.md M25, M26, T05).

pub mod pick;

use crate::{entry::Entry, id::PersonId, item::Item, wire_enum::wire_enum};
use chrono::NaiveDate;
use wire::Wire;

wire_enum! {
    /// How the two meet.
    MeetingHow {
        /// At a place.
        InPerson = "in_person",
        /// By telephone.
        Phone = "phone",
        /// By video.
        Video = "video",
    }
}

wire_enum! {
    /// Where a meeting stands.
    MeetingState {
        /// One of the two proposes it.
        Proposed = "proposed",
        /// Both agree.
        Planned = "planned",
        /// It took place.
        Held = "held",
        /// It did not take place, and nobody had said so before.
        Missed = "missed",
        /// It did not take place, and somebody had said so before.
        Excused = "excused",
        /// The other one cannot on that day.
        Declined = "declined",
    }
}

wire_enum! {
    /// What one of the two says shortly before (M25).
    MeetingWord {
        /// "I will be late."
        Late = "late",
        /// "I can't come."
        CannotCome = "cannot_come",
    }
}

/// A word said about a meeting, and who said it.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Said {
    /// Who.
    pub by: PersonId,
    /// What.
    pub word: MeetingWord,
}

/// A time of the day in Belgium, in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Wire, Hash, Default)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct DayTime(pub u16);

impl DayTime {
    /// Whether a day has this time.
    #[must_use]
    pub fn is_sound(self) -> bool {
        self.0 < 24 * 60
    }
}

/// Longest meeting that can be noted, in minutes.
pub const MINUTES_MAX: u16 = 12 * 60;

/// A meeting. Always shared: it is of both.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Meeting {
    /// The day, in Belgium.
    pub on: NaiveDate,
    /// The time of the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<DayTime>,
    /// How the two meet.
    pub how: MeetingHow,
    /// Where it stands.
    pub state: MeetingState,
    /// How long it took, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// Who noted that it took place; both, when each did so by themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub logged: Vec<PersonId>,
    /// Who proposes the day, when it is not the person who made the item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_by: Option<PersonId>,
    /// "I will be late", "I can't come".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Said>,
    /// Where, or the link of the video.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub place: Entry,
    /// What the two want to talk about.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub notes: Entry,
}

impl Meeting {
    /// Who waits for the other one's yes; `item` is this meeting's item.
    #[must_use]
    pub fn proposed_by(&self, item: &Item) -> PersonId {
        self.moved_by.unwrap_or(item.by)
    }

    /// Whether it took place, or was noted as not.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self.state, MeetingState::Held | MeetingState::Missed | MeetingState::Excused)
    }

    /// Whether it is still to come.
    #[must_use]
    pub fn is_ahead(&self) -> bool {
        matches!(self.state, MeetingState::Proposed | MeetingState::Planned)
    }
}

#[cfg(test)]
mod tests;
