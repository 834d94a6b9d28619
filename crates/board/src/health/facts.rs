//! All that the health of a duo may depend on: days, counts and yes or no. No type in here can
//! hold a word that somebody wrote, so no rule can read one.

use crate::actor::Seat;
use chrono::NaiveDate;
use wire::{
    Tree, Wire, WireError,
    record::{self, Field, Fields, Record},
};

/// Weeks from the start of a duo to its planned end, unless the coordinator says otherwise.
pub const WEEKS: u16 = 26;
/// Days from one meeting to the next, unless the two agree otherwise.
pub const CADENCE_DAYS: u16 = 7;
/// Meetings that the contract asks for in a calendar month.
pub const FLOOR_PER_MONTH: u16 = 2;

/// One value for each of the two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Each<T> {
    /// The mentee's.
    pub mentee: T,
    /// The mentor's.
    pub mentor: T,
}

impl<T> Each<T> {
    /// Both values, and whose they are.
    pub fn both(&self) -> [(Seat, &T); 2] {
        [(Seat::Mentee, &self.mentee), (Seat::Mentor, &self.mentor)]
    }
}

/// As its two fields, of which an empty one may be left out. The derive takes no type parameters.
impl<T: Wire> Wire for Each<T> {
    fn blank() -> Self {
        Self { mentee: T::blank(), mentor: T::blank() }
    }

    fn take(&mut self, tree: Tree<'_>) -> Result<(), WireError> {
        record::take(self, const { &Self::FIELDS }, tree)
    }

    fn write(&self) -> Tree<'_> {
        record::write(self, const { &Self::FIELDS })
    }
}

impl<T: Wire> Each<T> {
    const FIELDS: Fields = Fields {
        list: const { &[Field::new::<T>("mentee", true), Field::new::<T>("mentor", true)] },
        strict: true,
    };
}

impl<T: Wire> Record for Each<T> {
    fn take_field(&mut self, place: usize, tree: Tree<'_>) -> Result<(), WireError> {
        if place == 0 { self.mentee.take(tree) } else { self.mentor.take(tree) }
    }

    fn write_field(&self, place: usize) -> Option<Tree<'_>> {
        let tree = if place == 0 { self.mentee.write() } else { self.mentor.write() };
        (tree != Tree::Null).then_some(tree)
    }
}

/// What became of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[serde(rename_all = "snake_case")]
pub enum MeetingKind {
    /// It took place.
    Held,
    /// Both agreed on the day.
    Planned,
    /// It did not take place, and nobody had said so before.
    Missed,
    /// It did not take place, and somebody had said so before.
    Excused,
}

/// A meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
pub struct Meeting {
    /// The day, in Belgium.
    pub day: NaiveDate,
    /// What became of it.
    pub kind: MeetingKind,
}

/// A break of the duo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
pub struct Pause {
    /// First day.
    pub from: NaiveDate,
    /// Last day. A break that somebody ended early ends on the day before.
    pub until: NaiveDate,
}

/// An answer to "how does it go?" that the mentee shares with the coordinator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
pub struct Pulse {
    /// The day of the answer.
    pub day: NaiveDate,
    /// The face, 1 (very hard) to 5 (very well).
    pub face: u8,
}

/// What is known of a duo. The order within lists carries no meaning.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
pub struct Facts {
    /// First day.
    pub start: NaiveDate,
    /// Planned last day.
    pub planned_end: NaiveDate,
    /// The day it was closed.
    pub closed: Option<NaiveDate>,
    /// Days from one meeting to the next.
    pub cadence_days: u16,
    /// Meetings that the contract asks for in a calendar month; zero for none.
    pub floor_per_month: u16,
    /// Meetings; one that both noted may come twice.
    pub meetings: Vec<Meeting>,
    /// Breaks.
    pub pauses: Vec<Pause>,
    /// The day on which the second of the two signed the agreement.
    pub agreed: Option<NaiveDate>,
    /// When each last changed the shared plan.
    pub plan_changed: Each<Option<NaiveDate>>,
    /// Whether the plan holds an objective that is not closed.
    pub has_active_objective: bool,
    /// Since when each waits for an answer to their oldest question or comment.
    pub waiting: Each<Option<NaiveDate>>,
    /// Answers shared with the coordinator.
    pub pulses: Vec<Pulse>,
    /// For each open referral, the day of its last news.
    pub referrals: Vec<NaiveDate>,
    /// Since when each waits for the help they asked the coordinator for.
    pub help: Each<Option<NaiveDate>>,
    /// The days on which the coordinator spoke with each.
    pub contacts: Each<Vec<NaiveDate>>,
}

impl Facts {
    /// A duo that begins, about which nothing else is known.
    #[must_use]
    pub fn of_new_duo(start: NaiveDate) -> Self {
        Self {
            start,
            planned_end: super::calendar::later(start, WEEKS * 7),
            closed: None,
            cadence_days: CADENCE_DAYS,
            floor_per_month: FLOOR_PER_MONTH,
            meetings: Vec::new(),
            pauses: Vec::new(),
            agreed: None,
            plan_changed: Each::default(),
            has_active_objective: false,
            waiting: Each::default(),
            pulses: Vec::new(),
            referrals: Vec::new(),
            help: Each::default(),
            contacts: Each::default(),
        }
    }

    /// The facts without what the other one told the coordinator alone: that they asked for help,
    /// and how it goes for the mentee.
    #[must_use]
    pub(super) fn as_seen_by(&self, seat: Seat) -> Self {
        let mut facts = self.clone();
        match seat {
            Seat::Mentee => facts.help.mentor = None,
            Seat::Mentor => {
                facts.help.mentee = None;
                facts.pulses.clear();
            }
        }
        facts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn facts_come_back_from_where_they_are_kept() {
        let mut facts = Facts::of_new_duo(day("2026-01-05"));
        let bare = serde_json::to_string(&facts).unwrap();
        assert_eq!(serde_json::from_str::<Facts>(&bare).unwrap(), facts);
        facts.closed = Some(day("2026-05-01"));
        facts.meetings = vec![Meeting { day: day("2026-01-12"), kind: MeetingKind::Excused }];
        facts.pauses = vec![Pause { from: day("2026-02-01"), until: day("2026-02-14") }];
        facts.pulses = vec![Pulse { day: day("2026-02-05"), face: 4 }];
        facts.help.mentor = Some(day("2026-03-06"));
        facts.contacts.mentee = vec![day("2026-01-19"), day("2026-02-05")];
        let text = serde_json::to_string(&facts).unwrap();
        assert_eq!(serde_json::from_str::<Facts>(&text).unwrap(), facts);
        assert!(text.contains(r#""help":{"mentor":"2026-03-06"}"#), "{text}");
    }

    #[test]
    fn nobody_but_the_two_is_known() {
        let read = wire::from_json::<Each<Option<NaiveDate>>>;
        assert!(read(r#"{"mentee":"2026-01-05"}"#).is_ok_and(|each| each.mentor.is_none()));
        assert!(read(r#"{"neighbour":"2026-01-05"}"#).is_err());
        assert!(read(r#"{"mentee":"hier"}"#).is_err());
    }
}
