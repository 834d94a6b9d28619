//! What the other person says while this person is writing waits below the words being written:
//! in the list it would push them away (accessibility.md 57, 59).

use crate::{
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
    },
    features::comments::row::row_id,
    i18n::tn,
    platform::{focus, ids},
    state::board::BoardState,
};
use board::id::ItemId;
use leptos::prelude::*;
use std::time::Duration;
use words::Key;

/// A press elsewhere ends before the list grows, so that it lands where it was meant.
const AFTER_PRESS: Duration = Duration::from_millis(300);

/// The rows to show and those that wait. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Held {
    rows: Memo<Vec<ItemId>>,
    shown: Memo<Vec<ItemId>>,
    writing: RwSignal<bool>,
}

impl Held {
    pub(super) fn new(board: BoardState, rows: Memo<Vec<ItemId>>) -> Self {
        let writing = RwSignal::new(false);
        let me = board.actor().person;
        let shown = Memo::new(move |before: Option<&Vec<ItemId>>| {
            let (writing, rows) = (writing.get(), rows.get());
            let Some(before) = before.filter(|_| writing) else { return rows };
            let is_mine = |id: &ItemId| {
                board
                    .view()
                    .with_untracked(|world| world.find(*id).is_some_and(|(_, item)| item.by == me))
            };
            // Who sends their own words looks at the list again.
            if rows.iter().any(|id| !before.contains(id) && is_mine(id)) {
                return rows;
            }
            rows.into_iter().filter(|id| before.contains(id)).collect()
        });
        Self { rows, shown, writing }
    }

    /// The rows to show now.
    pub(super) fn shown(self) -> Memo<Vec<ItemId>> {
        self.shown
    }

    fn waiting(self) -> Vec<ItemId> {
        let shown = self.shown.get();
        let mut rows = self.rows.get();
        rows.retain(|id| !shown.contains(id));
        rows
    }
}

/// Stands around the place to write; under it the way to what came meanwhile.
///
/// Not a live region: the news of the board speak, once.
#[component]
pub(super) fn HoldBack(
    /// What to hold back.
    held: Held,
    /// The place to write.
    children: Children,
) -> impl IntoView {
    let id = ids::element_id("writing");
    let within = id.clone();
    let leave = move |_| {
        let within = within.clone();
        let look = move || {
            if !focus::is_within(&within) {
                held.writing.try_set(false);
            }
        };
        set_timeout(look, AFTER_PRESS);
    };
    let waiting = Memo::new(move |_| held.waiting());
    let any = Memo::new(move |_| waiting.with(|waiting| !waiting.is_empty()));
    let label = Signal::derive(move || tn(Key::CommentHeld, waiting.with(Vec::len)));
    let show = move |()| {
        let first = waiting.with_untracked(|waiting| waiting.first().copied());
        held.writing.set(false);
        if let Some(first) = first {
            focus::focus_soon(row_id(first));
        }
    };
    view! {
        <div
            class="stack"
            id=id
            on:focusin=move |_| held.writing.set(true)
            on:focusout=leave
        >
            {children()}
            <Show when=move || any.get()>
                <div>
                    <Button
                        label=label
                        kind=ButtonKind::Quiet
                        icon=IconName::Message
                        on_press=show
                    />
                </div>
            </Show>
        </div>
    }
}
