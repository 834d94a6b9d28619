//! When a coordinator spoke with the two of a duo, and whom to call next (features.md K06, K07).
//! Days and listed words; the note of a contact never gets here.

use crate::{
    actor::Seat,
    closed_enum::closed_enum,
    health::{contact_due, facts::Facts, thresholds::Thresholds},
};
use chrono::{Days, NaiveDate};
use wire::Wire;

closed_enum! {
    /// How a coordinator reached somebody.
    Channel {
        /// By telephone.
        Phone = "phone",
        /// A text or chat message.
        Message = "message",
        /// An e-mail.
        Email = "email",
        /// A video call.
        Video = "video",
        /// At the office of the branch.
        Office = "office",
        /// At the home of the person, or somewhere else.
        Visit = "visit",
        /// A meeting of several people.
        Meeting = "meeting",
        /// Another way.
        OtherWay = "other",
    }
}

closed_enum! {
    /// Whom the coordinator reached.
    SpokeWith {
        /// The mentee.
        Mentee = "mentee",
        /// The mentor.
        Mentor = "mentor",
        /// The two together.
        Both = "both",
    }
}

impl SpokeWith {
    /// The places of those who were reached.
    #[must_use]
    pub fn seats(self) -> &'static [Seat] {
        match self {
            Self::Mentee => &[Seat::Mentee],
            Self::Mentor => &[Seat::Mentor],
            Self::Both => &[Seat::Mentee, Seat::Mentor],
        }
    }

    /// Whether this one was reached.
    #[must_use]
    pub fn includes(self, seat: Seat) -> bool {
        self.seats().contains(&seat)
    }
}

/// Longest note about a contact, in characters.
pub const NOTE_MAX: usize = 2000;

/// How long before the first day of a duo a contact may lie: the talks that led to it.
pub const DAYS_BEFORE: u64 = 365;
/// How far ahead another talk can be asked for.
pub const DAYS_AHEAD: u64 = 365;

/// Whether a contact can have taken place on `day`, for a duo that began on `start`.
#[must_use]
pub fn is_possible_day(day: NaiveDate, start: NaiveDate, today: NaiveDate) -> bool {
    let first = start.min(today).checked_sub_days(Days::new(DAYS_BEFORE));
    first.is_none_or(|first| first <= day) && day <= today
}

/// Whether another talk can be asked for on `follow_up`, after a contact on `day`.
#[must_use]
pub fn is_possible_follow_up(follow_up: NaiveDate, day: NaiveDate) -> bool {
    let last = day.checked_add_days(Days::new(DAYS_AHEAD));
    day <= follow_up && last.is_none_or(|last| follow_up <= last)
}

/// A contact, without its note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// With whom.
    pub with: SpokeWith,
    /// When.
    pub day: NaiveDate,
    /// The day on which they wanted to speak again.
    pub follow_up: Option<NaiveDate>,
}

/// Why somebody is to be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// They asked for help (R1).
    Help,
    /// The coordinator wanted to speak with them again.
    FollowUp,
    /// The contact calendar says so (C1).
    Planned,
}

/// Somebody of a duo to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Task {
    /// By this day.
    pub due: NaiveDate,
    /// Why.
    pub kind: TaskKind,
    /// Whom.
    pub with: Seat,
}

/// Whom of a running duo to call, up to `horizon`, the oldest first. One line a person: who asked
/// for help is called once, not twice.
#[must_use]
pub fn tasks(
    facts: &Facts,
    spoken: &[Spoken],
    today: NaiveDate,
    horizon: NaiveDate,
    thresholds: &Thresholds,
) -> Vec<Task> {
    let mut tasks = Vec::new();
    if facts.closed.is_some_and(|closed| closed <= today) {
        return tasks;
    }
    for seat in [Seat::Mentee, Seat::Mentor] {
        let asked = match seat {
            Seat::Mentee => facts.help.mentee,
            Seat::Mentor => facts.help.mentor,
        };
        let help = asked.map(|due| Task { due, kind: TaskKind::Help, with: seat });
        let again = || {
            let due = open_follow_up(spoken, seat)?;
            Some(Task { due, kind: TaskKind::FollowUp, with: seat })
        };
        let planned = || {
            let due = contact_due(facts, seat, today, thresholds)?;
            Some(Task { due, kind: TaskKind::Planned, with: seat })
        };
        // A day that was agreed upon stands for the one of the calendar when it comes first.
        let task = help.or_else(|| again().into_iter().chain(planned()).min());
        tasks.extend(task.filter(|task| task.due <= horizon));
    }
    tasks.sort_unstable();
    tasks
}

/// The day on which a coordinator wanted to speak with this one again, unless they did since.
fn open_follow_up(spoken: &[Spoken], seat: Seat) -> Option<NaiveDate> {
    let with: Vec<&Spoken> = spoken.iter().filter(|it| it.with.includes(seat)).collect();
    let last = with.iter().map(|it| it.day).max()?;
    with.iter().filter(|it| it.day == last).filter_map(|it| it.follow_up).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn spoken(with: SpokeWith, on: &str, follow_up: Option<&str>) -> Spoken {
        Spoken { with, day: day(on), follow_up: follow_up.map(day) }
    }

    /// The contacts count for health too, as the server does it.
    fn run(spoken: &[Spoken], help: Option<&str>, today: &str) -> Vec<(String, TaskKind, Seat)> {
        let mut facts = Facts::of_new_duo(day("2026-03-02"));
        facts.help.mentor = help.map(day);
        for it in spoken {
            for seat in it.with.seats() {
                match seat {
                    Seat::Mentee => facts.contacts.mentee.push(it.day),
                    Seat::Mentor => facts.contacts.mentor.push(it.day),
                }
            }
        }
        let (today, horizon) = (day(today), day("2026-12-31"));
        let tasks = tasks(&facts, spoken, today, horizon, &Thresholds::default());
        tasks.into_iter().map(|it| (it.due.to_string(), it.kind, it.with)).collect()
    }

    #[test]
    fn both_are_called_after_two_weeks_and_then_monthly() {
        let planned = |due: &str| {
            [Seat::Mentee, Seat::Mentor].map(|seat| (due.to_owned(), TaskKind::Planned, seat))
        };
        assert_eq!(run(&[], None, "2026-03-02"), planned("2026-03-16"));
        let once = [spoken(SpokeWith::Both, "2026-03-16", None)];
        assert_eq!(run(&once, None, "2026-03-17"), planned("2026-04-01"));
        let twice = [once[0], spoken(SpokeWith::Both, "2026-04-01", None)];
        assert_eq!(run(&twice, None, "2026-04-02"), planned("2026-05-01"));
    }

    #[test]
    fn one_line_a_person_help_first() {
        let with = [spoken(SpokeWith::Both, "2026-03-16", Some("2026-03-20"))];
        let found = run(&with, Some("2026-03-18"), "2026-03-19");
        assert_eq!(
            found,
            [
                ("2026-03-18".to_owned(), TaskKind::Help, Seat::Mentor),
                ("2026-03-20".to_owned(), TaskKind::FollowUp, Seat::Mentee),
            ]
        );
    }

    #[test]
    fn a_later_talk_settles_what_was_asked_for() {
        let asked = spoken(SpokeWith::Mentee, "2026-03-16", Some("2026-03-20"));
        let later = spoken(SpokeWith::Mentee, "2026-03-18", None);
        let kinds = |spoken: &[Spoken]| {
            let found = run(spoken, None, "2026-03-19");
            found.into_iter().find(|it| it.2 == Seat::Mentee).unwrap().1
        };
        assert_eq!(kinds(&[asked]), TaskKind::FollowUp);
        assert_eq!(kinds(&[asked, later]), TaskKind::Planned);
    }

    #[test]
    fn an_agreed_day_far_away_does_not_hide_the_calendar() {
        let asked = spoken(SpokeWith::Both, "2026-03-16", Some("2026-08-20"));
        let found = run(&[asked], None, "2026-03-17");
        assert!(
            found
                .iter()
                .all(|(due, kind, _)| { due == "2026-04-01" && *kind == TaskKind::Planned })
        );
    }

    #[test]
    fn days_have_limits() {
        let (start, today) = (day("2026-03-02"), day("2026-05-01"));
        for (on, possible) in [
            ("2026-05-01", true),
            ("2026-05-02", false),
            ("2025-03-02", true),
            ("2025-03-01", false),
        ] {
            assert_eq!(is_possible_day(day(on), start, today), possible, "{on}");
        }
        assert!(is_possible_follow_up(today, today));
        assert!(!is_possible_follow_up(start, today));
        assert!(!is_possible_follow_up(day("2027-05-02"), today));
        // A duo that begins in the future: the talks that lead to it are noted today.
        assert!(is_possible_day(today, day("2026-06-01"), today));
    }

    #[test]
    fn a_closed_duo_asks_for_nothing() {
        let mut facts = Facts::of_new_duo(day("2026-03-02"));
        facts.closed = Some(day("2026-04-01"));
        let today = day("2026-05-01");
        assert_eq!(tasks(&facts, &[], today, today, &Thresholds::default()), []);
    }
}
