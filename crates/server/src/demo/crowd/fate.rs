//! What becomes of a duo of the crowd: when it began, how it goes or how it ended. The shares are
//! near those that the memorandum and the annual report name (indicators.md).

use crate::demo::{
    boards::course::{Course, Met},
    dice::Dice,
};
use board::office::closure::ClosureKind;

/// Days that the crowd reaches back: three years.
pub(super) const REACH: i64 = 1096;
/// Days from the start to the planned end.
const PLANNED: i64 = 182;

/// How a duo that runs is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Going {
    Well,
    Missing,
    Slow,
    Stalled,
    Resting,
    Asking,
    Sad,
    Unsigned,
}

/// The way of a duo, in days from today.
#[derive(Clone, Debug)]
pub(super) struct Fate {
    pub(super) course: Course,
    /// Why it ended, and when.
    pub(super) end: Option<(ClosureKind, i64)>,
    /// A break that the coordinator noted.
    pub(super) rest: Option<(i64, i64)>,
    /// Whether one of the two waits for a call.
    pub(super) asks: bool,
    /// Whether the coordinator speaks with them as planned.
    pub(super) in_touch: bool,
}

impl Fate {
    /// The first duos of a crowd began yesterday, the last ones three years ago.
    pub(super) fn draw(number: u32, of: u32, dice: &mut Dice) -> Self {
        let share = i64::from(number) * (REACH - 1) / i64::from(of.max(1));
        let days = (1 + share + dice.between(0, 3)).min(REACH);
        let early = [
            (5, (ClosureKind::MenteeStops, 30, 150)),
            (4, (ClosureKind::MentorStops, 30, 150)),
            (4, (ClosureKind::NoMatch, 20, 80)),
            (2, (ClosureKind::MovedAway, 40, 160)),
            (3, (ClosureKind::Unreachable, 40, 140)),
            (1, (ClosureKind::OtherReason, 30, 160)),
            (26, (ClosureKind::PositiveOutcome, 80, 200)),
            (55, (ClosureKind::PlannedEnd, PLANNED, PLANNED + 12)),
        ];
        let (kind, from, to) = dice.weighed(&early);
        let lasted = dice.between(from, to);
        // One in fourteen is left open although its time is over.
        let forgotten = kind == ClosureKind::PlannedEnd && days < 300 && dice.happens(7);
        if days > lasted && !forgotten {
            return Self::ended(days, kind, lasted - days, dice);
        }
        Self::running(days, dice)
    }

    fn ended(days: i64, kind: ClosureKind, day: i64, dice: &mut Dice) -> Self {
        let mut course = meetings(days, day, dice);
        course.last = day;
        if kind == ClosureKind::PositiveOutcome {
            course.work = Some((day - dice.between(3, 15)).max(course.first + 30));
        }
        Self { course, end: Some((kind, day)), rest: None, asks: false, in_touch: dice.happens(80) }
    }

    fn running(days: i64, dice: &mut Dice) -> Self {
        let going = dice.weighed(&[
            (62, Going::Well),
            (7, Going::Missing),
            (8, Going::Slow),
            (7, Going::Stalled),
            (5, Going::Resting),
            (4, Going::Asking),
            (3, Going::Sad),
            (4, Going::Unsigned),
        ]);
        let since = dice.between(0, 5);
        let mut course = match going {
            Going::Stalled if days > 40 => meetings(days, -dice.between(21, 38), dice),
            Going::Stalled => Course::begun(days),
            Going::Slow if days > 30 => meetings(days, -dice.between(14, 19), dice),
            Going::Resting if days > 30 => meetings(days, -12, dice),
            _ => meetings(days, -since, dice),
        };
        let mut rest = None;
        course.quiet = going == Going::Stalled && dice.happens(60);
        match going {
            Going::Well | Going::Asking | Going::Sad | Going::Unsigned => {
                course.ahead = Some(7 - since).filter(|_| dice.happens(75));
            }
            Going::Missing if days > 25 => {
                course.meetings.retain(|(day, _)| *day <= -11);
                course = course.met(-8, Met::Missed).met(-2, Met::Missed);
            }
            Going::Resting if days > 30 && dice.happens(50) => rest = Some((-9, 20)),
            Going::Resting if days > 30 => course.pause = Some((-9, 20)),
            _ => {}
        }
        if going == Going::Sad && days > 35 {
            course.low_pulse = Some(-dice.between(1, 20));
        }
        if going == Going::Unsigned {
            course.agreement = Some((2 - days, None)).filter(|_| days > 3);
        }
        let (asks, in_touch) = (going == Going::Asking, dice.happens(70));
        Self { course, end: None, rest, asks, in_touch }
    }
}

/// Two who meet about every week until a day; one time in ten it does not come to it.
fn meetings(days: i64, until: i64, dice: &mut Dice) -> Course {
    let mut course = Course::begun(days);
    let mut day = until.min(-1);
    let first = course.first + dice.between(2, 12);
    while day >= first {
        let met = dice.weighed(&[(90, Met::Held), (6, Met::Excused), (4, Met::Missed)]);
        // The last one took place: what follows counts from it.
        let met = if course.meetings.is_empty() { Met::Held } else { met };
        course.meetings.push((day, met));
        day -= dice.weighed(&[(80, 7), (10, 6), (10, 9)]);
    }
    course.meetings.reverse();
    course
}
