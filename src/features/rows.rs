//! Keeps the focus in a list while its rows move and go away, whoever moved or removed them.
//!
//! The browser drops the focus of a node that is moved or taken out, and people then start again
//! at the top of the page. A focus that is somewhere else is never touched.

use std::time::Duration;

use board::id::ItemId;
use leptos::prelude::*;

use crate::platform::focus;

/// Where the focus is in one list.
#[derive(Clone, Copy)]
pub struct RowFocus {
    last: StoredValue<Option<(ItemId, String)>>,
}

impl RowFocus {
    /// Watches the rows of a list. `first` names the element of a row that takes the focus when
    /// the row before it goes away, and `fallback` the element for when none is left.
    #[must_use]
    pub fn watch(
        rows: Memo<Vec<ItemId>>,
        first: fn(ItemId) -> String,
        fallback: impl Into<String>,
    ) -> Self {
        Self::watch_all(rows, first, fallback.into())
    }

    fn watch_all(rows: Memo<Vec<ItemId>>, first: fn(ItemId) -> String, fallback: String) -> Self {
        let fallback = StoredValue::new(fallback);
        let last = StoredValue::new(None);
        Effect::new(move |before: Option<Vec<ItemId>>| {
            let now = rows.get();
            if let Some(before) = before.filter(|before| *before != now) {
                let now = now.clone();
                // The page changes after this; what became of the focus is known later.
                set_timeout(
                    move || give_back(last, &before, &now, first, fallback),
                    Duration::ZERO,
                );
            }
            now
        });
        Self { last }
    }

    /// The focus came into a row: call it on `focusin`, and before the row's own removal.
    pub fn enter(self, row: ItemId) {
        self.last.set_value(focus::focused_id().map(|element| (row, element)));
    }
}

fn give_back(
    last: StoredValue<Option<(ItemId, String)>>,
    before: &[ItemId],
    now: &[ItemId],
    first: fn(ItemId) -> String,
    fallback: StoredValue<String>,
) {
    // The list may be gone with its page by now.
    let Some((row, element)) = last.try_get_value().flatten().filter(|_| focus::is_lost()) else {
        return;
    };
    if now.contains(&row) {
        focus::focus_now(&element);
        return;
    }
    let Some(place) = before.iter().position(|id| *id == row) else { return };
    let next = now.get(place.min(now.len().saturating_sub(1)));
    let fallback = || fallback.try_get_value().unwrap_or_default();
    let id = next.map_or_else(fallback, |id| first(*id));
    focus::focus_now(&id);
}
