//! Everybody who can help, newest first, and the way to add somebody.

use board::id::ItemId;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{each::Each, empty_state::EmptyState},
    features::{
        contacts::{
            add::AddContact,
            row::{ContactRow, row_id},
        },
        live_text::errors::reject_text,
        removed::{item_name, undo},
        rows::RowFocus,
    },
    i18n::{t, text, tf},
    platform::announce::announce,
    state::board::BoardState,
};

/// The form while it is wanted, then the rows; an invitation while there is nobody.
#[component]
pub fn ContactList(
    /// Whether the button of the page opened the form.
    open: RwSignal<bool>,
) -> impl IntoView {
    let board = BoardState::expect();
    let rows = Memo::new(move |_| {
        board.view().with(|world| {
            // By age and not by name: a row stays where it is while its name is being typed.
            let mut rows = world
                .items()
                .filter(|(_, item)| item.is_live() && item.as_contact().is_some())
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
        if let Err(reject) = undo::remove(board, id, Key::ContactRemoved, name, row_id(id)) {
            announce(&reject_text(&reject));
        }
    });
    let empty = Signal::derive(move || {
        if board.is_mentee() {
            t(Key::ContactEmptyTitle)
        } else {
            tf(Key::ContactEmptyTitleMentor, &[("name", &board.other_name())])
        }
    });
    view! {
        <Show when=move || open.get()>
            <section class="card"><AddContact on_added=added/></section>
        </Show>
        <Show when=move || rows.with(Vec::is_empty)>
            <EmptyState title=empty text=text(Key::ContactEmpty)/>
        </Show>
        <ul class="grid">
            <Each each=move || rows.get() key=|id| *id let:id>
                <li on:focusin=move |_| focus.enter(id)><ContactRow id on_remove=remove/></li>
            </Each>
        </ul>
    }
}
