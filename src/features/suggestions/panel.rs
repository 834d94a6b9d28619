//! An idea on its own page: who has it, and what can be done with it.

use board::{id::ItemId, item::Suggestion};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::card::{Card, CardKind},
    features::suggestions::{
        card::{IdeaCard, Stands},
        declined::LeftAside,
    },
    i18n::{t, tf},
    state::board::BoardState,
};

/// Stands where the work on the item stands once it is part of the plan.
#[component]
pub fn IdeaPanel(
    /// The idea.
    id: ItemId,
) -> impl IntoView {
    let board = BoardState::expect();
    let found = board.item(id);
    let state = Memo::new(move |_| found.with(|found| found.as_ref()?.1.suggestion.clone()));
    let was_declined = move || {
        if board.is_mentee() {
            t(Key::SuggestionWasDeclined)
        } else {
            tf(Key::SuggestionWasDeclinedMentor, &[("name", &board.other_name())])
        }
    };
    move || match state.get() {
        Some(Suggestion::Open) => view! { <IdeaCard id stands=Stands::OnItsPage/> }.into_any(),
        Some(_) => view! {
            <Card kind=CardKind::Other>
                <p>{was_declined}</p>
                <LeftAside id named=false/>
            </Card>
        }
        .into_any(),
        None => ().into_any(),
    }
}
