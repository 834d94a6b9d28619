//! The list of duos: a table where there is room, cards on a phone, one markup for both.

use board::protocol::duos::Duo;
use leptos::prelude::*;
use words::Key;

use crate::{
    features::duos::words_of::{duo_start, duo_title, presence},
    i18n::t,
    paths::Path,
};

/// The roles stand in the markup, because a browser forgets them when rows are laid out as cards.
#[component]
pub fn DuoTable(
    /// What to show; `None` while nothing is known.
    duos: Memo<Option<Vec<Duo>>>,
) -> impl IntoView {
    let heads = [Key::DuosColumnDuo, Key::DuoBranch, Key::DuoStart, Key::DuosColumnState];
    let head = heads.map(|key| {
        view! { <th scope="col" role="columnheader">{move || t(key)}</th> }
    });
    let head = head.into_iter().collect_view();
    let rows = move || {
        let duos = duos.get().unwrap_or_default();
        duos.into_iter().map(|duo| view! { <Row duo=duo/> }).collect_view()
    };
    view! {
        <table class="cards-table" role="table" aria-label=move || t(Key::DuosTable)>
            <thead role="rowgroup"><tr role="row">{head}</tr></thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
}

#[component]
fn Row(duo: Duo) -> impl IntoView {
    let href = Path::Duo(duo.id.0).href();
    let branch = duo.branch_name.clone();
    let duo = StoredValue::new(duo);
    let cell = |label: Key, words: Signal<String>| {
        view! {
            <td role="cell">
                <span class="cards-table__label" aria-hidden="true">{move || t(label)}</span>
                <span dir="auto">{words}</span>
            </td>
        }
    };
    let start = Signal::derive(move || duo.with_value(duo_start));
    let state = Signal::derive(move || duo.with_value(presence));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a class="link" dir="auto" href=href>{move || duo.with_value(duo_title)}</a>
            </th>
            {cell(Key::DuoBranch, Signal::stored(branch))}
            {cell(Key::DuoStart, start)}
            {cell(Key::DuosColumnState, state)}
        </tr>
    }
}
