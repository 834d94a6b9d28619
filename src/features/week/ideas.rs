//! One line about the ideas of the mentor that wait for an answer (features.md T03).

use board::item::Suggestion;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    features::suggestions::which::{Which, ideas},
    i18n::tnf,
    paths::Path,
    state::board::BoardState,
};

/// A link to the plan, where they stand; nothing for the mentor, and while none waits.
#[component]
pub fn IdeasLine() -> impl IntoView {
    let board = BoardState::expect();
    let waiting = Memo::new(move |_| {
        let open = |world: &board::world::World| ideas(world, Which::All, &Suggestion::Open).len();
        if board.is_mentee() { board.view().with(open) } else { 0 }
    });
    let any = Memo::new(move |_| waiting.get() > 0);
    let words = move || tnf(Key::WeekIdeas, waiting.get(), &[("name", &board.other_name())]);
    move || {
        any.get().then(|| {
            view! {
                <a class="message" href=Path::Plan.href()>
                    <Icon name=IconName::Pair/>
                    <span class="message__words">{words}</span>
                </a>
            }
        })
    }
}
