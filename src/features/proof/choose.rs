//! What can stand on the proof, each with a box to tick.

use std::collections::BTreeMap;

use board::{id::ItemId, proof::ProofRow};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{checkbox::Checkbox, each::Each, empty_state::EmptyState},
    features::proof::paper::result_words,
    i18n::{format, t, text, tf},
};

/// What the person ticked or unticked themselves.
pub(super) type Ticks = RwSignal<BTreeMap<ItemId, bool>>;

/// Whether a line is chosen.
#[must_use]
pub(super) fn is_chosen(ticks: &BTreeMap<ItemId, bool>, row: &ProofRow) -> bool {
    ticks.get(&row.item).copied().unwrap_or(row.proposed)
}

/// One box a line; what is private says so.
#[component]
pub(super) fn ChooseRows(
    /// Everything of these days.
    rows: Memo<Vec<ProofRow>>,
    /// What was ticked.
    ticks: Ticks,
) -> impl IntoView {
    let ids =
        Memo::new(move |_| rows.with(|rows| rows.iter().map(|row| row.item).collect::<Vec<_>>()));
    let box_of = move |id: ItemId| {
        let row =
            Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.item == id).cloned()));
        let label =
            Signal::derive(move || row.with(|row| row.as_ref().map(line).unwrap_or_default()));
        let first = row.with_untracked(|row| {
            row.as_ref().is_some_and(|row| ticks.with_untracked(|ticks| is_chosen(ticks, row)))
        });
        let value = RwSignal::new(first);
        let change = move |ticked| {
            ticks.update(|ticks| {
                ticks.insert(id, ticked);
            });
        };
        view! { <li><Checkbox label=label value=value on_change=change/></li> }
    };
    view! {
        <section class="card no-print">
            <h2>{move || t(Key::ProofChoose)}</h2>
            <p class="muted">{move || t(Key::ProofChooseHint)}</p>
            <Show when=move || ids.with(Vec::is_empty)>
                <EmptyState title=text(Key::ProofNothing) text=text(Key::ProofNothingHint)/>
            </Show>
            <ul class="choice">
                <Each each=move || ids.get() key=|id| *id let:id>{box_of(id)}</Each>
            </ul>
        </section>
    }
}

/// "Thursday 26 March: Helper, Les Lutins. Sent."
fn line(row: &ProofRow) -> String {
    let mut what = row.what.clone();
    if !row.employer.is_empty() {
        what = format!("{what}, {}", row.employer);
    }
    let private = if row.private { format!(" ({})", t(Key::PrivacyMe)) } else { String::new() };
    let (on, result) = (format::short_date(row.on), result_words(&row.result));
    tf(Key::ProofLine, &[("on", &on), ("what", &what), ("result", &result)]) + &private
}
