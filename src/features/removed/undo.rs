//! "Removed. Put back as before?", also on the page that people land on after a removal. Answers
//! to ideas of the mentor can be taken back the same way.
//!
//! The last change lives beside the pages, since the page of the removed item goes away.

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

/// What was changed last, and how to change it back.
#[derive(Clone, PartialEq)]
pub struct Done {
    back: Op,
    said: Key,
    title: String,
    focus: String,
}

thread_local! {
    static LAST: ArcRwSignal<Option<Done>> = ArcRwSignal::new(None);
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
    offer(Op::Restore { item }, said, title, focus);
    Ok(())
}

/// Says what was done, and offers to do `back`. `said` and `focus` as in [`remove`].
pub fn offer(back: Op, said: Key, title: String, focus: String) {
    LAST.with(|last| last.set(Some(Done { back, said, title, focus })));
}

/// Takes the bar away: the person went on to something else, which has a bar of its own.
pub fn go_on() {
    LAST.with(|last| last.set(None));
}

/// The bar; stands at the end of each page where something can be removed or answered, or where
/// one lands after that. Shows nothing else.
#[component]
pub fn UndoRemoval() -> impl IntoView {
    let last = LAST.with(ArcRwSignal::clone);
    move || last.get().map(|done| ASIDES.quietly(Aside::Undo(Box::new(done))))
}

/// What the bar says and does about one change.
#[component]
pub fn UndoOffer(
    /// Which.
    done: Done,
) -> impl IntoView {
    let board = BoardState::expect();
    let Done { back, said, title, focus } = done;
    let close = || LAST.with(|last| last.set(None));
    let undo = move |()| {
        let undone = match &back {
            Op::Restore { item } => restore(board, *item),
            back => board.act(back.clone()),
        };
        match undone {
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
