//! The bar after a move: what was done, and the way back.

use crate::{
    components::undo_bar::UndoBar,
    features::{applications::follow_up::Moved, live_text::errors::reject_text},
    i18n::t,
    platform::{announce, focus},
    state::board::BoardState,
};
use leptos::prelude::*;
use words::Key;

/// The bar; it goes away by itself after a while.
#[component]
pub(super) fn TakeBack(
    /// The move.
    done: Moved,
    /// Where the move is kept; emptied when the bar goes away.
    moved: RwSignal<Option<Moved>>,
    /// Id of the element that takes the focus afterwards.
    #[prop(into)]
    focus: String,
) -> impl IntoView {
    let board = BoardState::expect();
    let said = done.clone();
    let undo = move |()| {
        let result = done.take_back(board);
        moved.set(None);
        announce::announce(&match result {
            Ok(()) => t(Key::UndoDone),
            Err(reject) => reject_text(&reject),
        });
        focus::focus_soon(focus.clone());
    };
    view! {
        <UndoBar
            text=Signal::derive(move || said.words())
            on_undo=undo
            on_close=move |()| moved.set(None)
        />
    }
}
