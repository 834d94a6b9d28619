//! "Removed. Put back as before?", also on the page that people land on after a removal.
//!
//! The last removal lives beside the pages, since the page of the removed item goes away.

use board::{id::ItemId, op::Op, reject::Reject};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::undo_bar::UndoBar,
    features::{
        asides::{ASIDES, Aside},
        live_text::errors::reject_text,
        removed::restore,
    },
    i18n::{t, tf},
    platform::{announce::announce, focus},
    state::board::BoardState,
};

/// What was removed last.
#[derive(Clone, PartialEq)]
pub struct Removal {
    item: ItemId,
    said: Key,
    title: String,
    focus: String,
}

thread_local! {
    static LAST: ArcRwSignal<Option<Removal>> = ArcRwSignal::new(None);
}

/// Removes an item and offers the way back for a while.
///
/// `said` is the sentence with `{title}`; `focus` is the id of the element that takes the focus
/// when the item is back.
///
/// # Errors
/// The [`Reject`] of the board; nothing was removed then.
pub fn remove(
    board: BoardState,
    item: ItemId,
    said: Key,
    title: String,
    focus: String,
) -> Result<(), Reject> {
    board.act(Op::Remove { item })?;
    LAST.with(|last| last.set(Some(Removal { item, said, title, focus })));
    Ok(())
}

/// The bar; stands at the end of each page where something can be removed, or where one lands
/// after a removal. Shows nothing else.
#[component]
pub fn UndoRemoval() -> impl IntoView {
    let last = LAST.with(ArcRwSignal::clone);
    move || last.get().map(|removal| ASIDES.quietly(Aside::Undo(removal)))
}

/// What the bar says and does about one removal.
#[component]
pub fn UndoOffer(
    /// Which.
    removal: Removal,
) -> impl IntoView {
    let board = BoardState::expect();
    let Removal { item, said, title, focus } = removal;
    let close = || LAST.with(|last| last.set(None));
    let undo = move |()| {
        match restore(board, item) {
            Ok(()) => {
                announce(&t(Key::UndoDone));
                focus::focus_soon(focus.clone());
            }
            Err(reject) => announce(&reject_text(&reject)),
        }
        close();
    };
    let words = Signal::derive(move || tf(said, &[("title", &title)]));
    view! { <UndoBar text=words on_undo=undo on_close=move |()| close()/> }
}
