//! "How does it go?", once a month, in one of five faces (features.md M27).

pub mod answer;
pub mod face;
pub mod history;

use board::{id::PersonId, item::Item, pulse::PULSE_DAYS, world::World};
use chrono::{Days, NaiveDate};
use leptos::prelude::*;

use crate::{
    features::applications::facts::day,
    platform::{clock, prefs},
    state::board::BoardState,
};

/// A person's answers, latest first.
#[must_use]
pub fn answers(world: &World, person: PersonId) -> Vec<&Item> {
    let mut own = world
        .items()
        .map(|(_, item)| item)
        .filter(|item| item.is_live() && item.by == person && item.as_pulse().is_some())
        .collect::<Vec<_>>();
    own.sort_by_key(|item| std::cmp::Reverse((item.at, item.id)));
    own
}

/// Whether it is time for the question again; tracked. The first one comes when the two have been
/// at it for a while.
#[must_use]
pub fn is_due(board: BoardState) -> bool {
    let me = board.actor().person;
    let (last, begun) = board.view().with(|world| {
        let last = answers(world, me).first().map(|item| day(item.at));
        (last, world.items().map(|(_, item)| item.at).min())
    });
    let skipped = prefs::get(prefs::Pref::PulseSkipped).and_then(|day| wire::day_of(&day));
    let last = last.max(skipped).or(begun.map(day));
    last.is_some() && is_due_on(clock::today(), last)
}

/// The day of the next question, once one was answered; tracked.
#[must_use]
pub fn next_on(board: BoardState) -> Option<NaiveDate> {
    let me = board.actor().person;
    let last = board.view().with(|world| answers(world, me).first().map(|item| day(item.at)))?;
    let next = last.checked_add_days(Days::new(PULSE_DAYS.unsigned_abs()))?;
    (next > clock::today()).then_some(next)
}

/// Nobody has to answer: the question comes back next month.
pub fn skip() {
    prefs::set(prefs::Pref::PulseSkipped, &clock::today().to_string());
}

fn is_due_on(today: NaiveDate, last: Option<NaiveDate>) -> bool {
    let wait = Days::new(PULSE_DAYS.unsigned_abs());
    last.is_none_or(|last| last.checked_add_days(wait).is_some_and(|next| next <= today))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_comes_once_a_month() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        assert!(is_due_on(day(3, 10), None));
        assert!(!is_due_on(day(3, 10), Some(day(2, 9))));
        assert!(is_due_on(day(3, 11), Some(day(2, 9))));
    }
}
