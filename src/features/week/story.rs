//! One encouragement: what moved this month, as a story and never as a score.

use board::week;
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use words::Key;

use crate::{
    i18n::{t, tn, tnf},
    platform::{clock, intl},
    state::board::BoardState,
};

/// A sentence or two; on a quiet month a kind word instead of a count.
#[component]
pub fn Story() -> impl IntoView {
    let board = BoardState::expect();
    let words = Memo::new(move |_| {
        let today = clock::today();
        let (steps, sent) = board
            .view()
            .with(|world| week::moved(world, |at| same_month(intl::day_of(at.0 as f64), today)));
        let done = (steps > 0).then(|| {
            if board.is_mentee() {
                tn(Key::WeekStoryDone, steps)
            } else {
                tnf(Key::WeekStoryDoneOf, steps, &[("name", &board.other_name())])
            }
        });
        let sent = (sent > 0).then(|| tn(Key::WeekStorySent, sent));
        let sentences = done.into_iter().chain(sent).collect::<Vec<_>>();
        if sentences.is_empty() { t(Key::WeekStoryStart) } else { sentences.join(" ") }
    });
    view! { <p class="muted">{words}</p> }
}

fn same_month(day: NaiveDate, today: NaiveDate) -> bool {
    (day.year(), day.month()) == (today.year(), today.month())
}
