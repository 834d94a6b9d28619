//! What was removed in the last 30 days, with the way back.

use board::{
    id::ItemId,
    item::{Item, UNDO_DAYS},
    permit::{Action, may},
    time::Timestamp,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        card::Card,
        chip::Chip,
        each::Each,
        icon::IconName,
    },
    features::{
        kind_name::kind_name,
        live_text::errors::reject_text,
        removed::{item_name, restore},
        rows::RowFocus,
    },
    i18n::{format, t, text, tf, tn},
    platform::{announce::announce, clock, intl},
    state::board::BoardState,
};

/// The rows, latest removal first; a sentence when there is none.
#[component]
pub fn RemovedList() -> impl IntoView {
    let board = BoardState::expect();
    let rows = Memo::new(move |_| {
        let now = clock::true_ms() as i64; // far below 2^53
        board.view().with(|world| {
            let mut rows = world
                .items()
                .filter_map(|(side, item)| {
                    let at = item.removed?.at;
                    let back = may(&board.actor(), Action::Remove, side, item);
                    (back && days_left(at, now) > 0).then_some((at, item.id))
                })
                .collect::<Vec<_>>();
            rows.sort_by_key(|row| std::cmp::Reverse(*row));
            rows.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
        })
    });
    let focus = RowFocus::watch(rows, button_id, "page-title");
    view! {
        <Show
            when=move || rows.with(|rows| !rows.is_empty())
            fallback=|| view! { <p>{move || t(Key::RemovedEmpty)}</p> }
        >
            <ul class="stack">
                <Each each=move || rows.get() key=|id| *id let:id>
                    <li on:focusin=move |_| focus.enter(id)><Row id focus/></li>
                </Each>
            </ul>
        </Show>
    }
}

/// One removed item: what it was, when it went, how long it can come back.
#[component]
fn Row(id: ItemId, focus: RowFocus) -> impl IntoView {
    let board = BoardState::expect();
    let found = board.item(id);
    let read = move |read: fn(&Item) -> String| {
        found.with(|found| found.as_ref().map(|(_, item)| read(item)).unwrap_or_default())
    };
    let name = Signal::derive(move || read(item_name));
    let removed_at =
        move || found.with(|found| found.as_ref()?.1.removed.map(|removal| removal.at));
    let kind = Signal::derive(move || {
        let kind = found.with(|found| found.as_ref().map(|(_, item)| item.body.kind()));
        kind.map(|kind| kind_name(&kind)).unwrap_or_default()
    });
    let when = move || {
        let at = removed_at()?;
        let date = format::long_date(intl::day_of(at.0 as f64));
        Some(tf(Key::RemovedOn, &[("date", &date)]))
    };
    let left = move || {
        let days = days_left(removed_at()?, clock::true_ms() as i64);
        Some(tn(Key::RemovedDaysLeft, usize::try_from(days).unwrap_or(0)))
    };
    let bring_back = move |()| {
        focus.enter(id);
        let said = tf(Key::RemovedRestored, &[("title", &name.get_untracked())]);
        match restore(board, id) {
            Ok(()) => announce(&said),
            Err(reject) => announce(&reject_text(&reject)),
        }
    };
    view! {
        <Card>
            <div class="row"><Chip label=kind/></div>
            <h2 dir="auto">{name}</h2>
            <p class="muted">{when} ". " {left} "."</p>
            <div>
                <Button
                    label=text(Key::ActionRestore)
                    about=name
                    kind=ButtonKind::Quiet
                    icon=IconName::Undo
                    id=button_id(id)
                    on_press=bring_back
                />
            </div>
        </Card>
    }
}

fn button_id(id: ItemId) -> String {
    format!("restore-{id}")
}

/// Whole days, the begun one included, during which the item can come back.
fn days_left(removed: Timestamp, now: i64) -> i64 {
    (removed.plus_days(UNDO_DAYS).0 - now).div_euclid(Timestamp::DAY) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_counts() {
        let removed = Timestamp(1_000);
        assert_eq!(days_left(removed, 1_001), UNDO_DAYS);
        assert_eq!(days_left(removed, removed.plus_days(UNDO_DAYS).0), 1);
        assert_eq!(days_left(removed, removed.plus_days(UNDO_DAYS).0 + 1), 0);
    }
}
