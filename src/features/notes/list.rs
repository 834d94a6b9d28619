//! A person's own notes, newest first, and the way to add one.

use board::id::ItemId;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{each::Each, empty_state::EmptyState, notice::Notice},
    features::{
        live_text::errors::reject_text,
        notes::{
            add::AddNote,
            row::{NoteRow, row_id},
        },
        removed::{item_name, undo},
        rows::RowFocus,
    },
    i18n::{t, text},
    platform::announce::announce,
    state::board::BoardState,
};

/// Who reads them and for how long, the form while it is wanted, then the notes.
#[component]
pub fn NoteList(
    /// Whether the button of the page opened the form.
    open: RwSignal<bool>,
) -> impl IntoView {
    let board = BoardState::expect();
    let me = board.actor().person;
    let rows = Memo::new(move |_| {
        board.view().with(|world| {
            let mut rows = world
                .items()
                .filter(|(_, item)| item.by == me && item.is_live() && item.as_note().is_some())
                .map(|(_, item)| (item.at, item.id))
                .collect::<Vec<_>>();
            rows.sort_unstable_by(|a, b| b.cmp(a));
            rows.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
        })
    });
    let focus = RowFocus::watch(rows, row_id, "page-title");
    let added = Callback::new(move |()| open.set(false));
    let remove = Callback::new(move |id: ItemId| {
        focus.enter(id);
        let name = board
            .view()
            .with_untracked(|world| world.find(id).map(|(_, item)| item_name(item)))
            .unwrap_or_default();
        if let Err(reject) = undo::remove(board, id, Key::NotesRemoved, name, row_id(id)) {
            announce(&reject_text(&reject));
        }
    });
    let kept = if board.is_mentee() { Key::NotesKeptMentee } else { Key::NotesKept };
    view! {
        <Notice>
            <p>{move || t(Key::NotesPrivate)}</p>
            <p>{move || t(kept)}</p>
        </Notice>
        <Show when=move || open.get()>
            <section class="card"><AddNote on_added=added/></section>
        </Show>
        <Show when=move || rows.with(Vec::is_empty)>
            <EmptyState title=text(Key::NotesEmptyTitle) text=text(Key::NotesEmpty)/>
        </Show>
        <ul class="stack">
            <Each each=move || rows.get() key=|id| *id let:id>
                <li on:focusin=move |_| focus.enter(id)><NoteRow id on_remove=remove/></li>
            </Each>
        </ul>
    }
}
