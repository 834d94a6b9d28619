//! The ideas of a place: those that wait for an answer, and below those that were left aside.

use board::{id::ItemId, item::Suggestion};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::each::Each,
    features::{
        rows::RowFocus,
        suggestions::{
            answer::idea_id,
            card::IdeaCard,
            declined::Declined,
            which::{Which, ideas},
        },
    },
    i18n::tf,
    state::board::BoardState,
};

/// A section of its own; nothing while there is no idea. None of it counts as the plan.
#[component]
pub fn Ideas(
    /// Which ones.
    which: Which,
    /// Id of the element that takes the focus when the last idea goes away.
    #[prop(default = "page-title")]
    fallback: &'static str,
) -> impl IntoView {
    let board = BoardState::expect();
    let open =
        Memo::new(move |_| board.view().with(|world| ideas(world, which, &Suggestion::Open)));
    let any = Memo::new(move |_| open.with(|open| !open.is_empty()));
    let focus = RowFocus::watch(open, idea_id, fallback);
    let heading = move || {
        let key = if board.is_mentee() { Key::SuggestionList } else { Key::SuggestionListMentor };
        tf(key, &[("name", &board.other_name())])
    };
    view! {
        {move || any.get().then(|| view! {
            <section class="stack">
                <h2>{heading}</h2>
                <ul class="stack">
                    <Each each=move || open.get() key=|id: &ItemId| *id let:id>
                        <li on:focusin=move |_| focus.enter(id)><IdeaCard id/></li>
                    </Each>
                </ul>
            </section>
        })}
        <Declined which/>
    }
}
