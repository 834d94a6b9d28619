//! A meeting that both noted is one: the page of the one that went leads to the one that stayed.

use board::{id::ItemId, meeting::pick::twin};
use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use words::Key;

use crate::{
    features::{meetings::facts::MeetingFacts, presence::Presence},
    i18n::{format, tf},
    paths::Path,
    platform::announce::announce,
    state::board::BoardState,
};

/// The day a meeting has, or had before it went.
#[must_use]
pub fn known_day(facts: Memo<Option<MeetingFacts>>) -> Memo<Option<NaiveDate>> {
    Memo::new(move |before: Option<&Option<NaiveDate>>| {
        let now = facts.with(|facts| facts.as_ref().map(|facts| facts.on));
        now.or_else(|| before.copied().flatten())
    })
}

/// Both noted the same meeting, and the server kept the other one's: the page follows it there,
/// and says so.
pub fn follow_twin(
    board: BoardState,
    id: ItemId,
    presence: Memo<Presence>,
    day: Memo<Option<NaiveDate>>,
) {
    let navigate = use_navigate();
    // An effect: addresses are outside of the views.
    Effect::new(move |_| {
        let (Presence::Gone, Some(on)) = (presence.get(), day.get()) else { return };
        let kept = board.view().with(|world| twin(world, id, on).map(|item| item.id));
        if let Some(kept) = kept {
            let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
            navigate(&Path::Meeting(kept.0).href(), options);
            announce(&untrack(|| tf(Key::LogJoined, &[("date", &format::long_date(on))])));
        }
    });
}
