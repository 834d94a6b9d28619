//! The list of duos: a table where there is room, cards on a phone, one markup for both.

use board::protocol::caseload::CaseloadRow;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{button::ButtonKind, each::Each, icon::IconName, link_button::LinkButton},
    features::{
        caseload::{pages::LIST, state::StateChip, wording::short_reasons},
        duos::words_of::names,
    },
    i18n::{t, text},
    paths::Path,
};
use board::office::caseload::TO_CALL;

/// The roles stand in the markup, because a browser forgets them when rows are laid out as cards.
/// A row that changes is a new one in its place; one that only moves stays the same element.
#[component]
pub fn CaseloadTable(
    /// What to show.
    rows: Memo<Vec<CaseloadRow>>,
) -> impl IntoView {
    let heads =
        [Key::CaseloadState, Key::DuosColumnDuo, Key::CaseloadWhy, Key::CaseloadAct].map(|key| {
            view! { <th scope="col" role="columnheader">{move || t(key)}</th> }
        });
    let head = heads.into_iter().collect_view();
    view! {
        <table
            class="cards-table caseload"
            role="table"
            id=LIST
            tabindex="-1"
            aria-label=move || t(Key::DuosTable)
        >
            <thead role="rowgroup"><tr role="row">{head}</tr></thead>
            <tbody role="rowgroup">
                <Each each=move || rows.get() key=|row| row.id let:row>
                    <Row row=row rows=rows/>
                </Each>
            </tbody>
        </table>
    }
}

#[component]
fn Row(row: CaseloadRow, rows: Memo<Vec<CaseloadRow>>) -> impl IntoView {
    let id = row.id;
    let row = Memo::new(move |_| {
        let now = rows.with(|rows| rows.iter().find(|row| row.id == id).cloned());
        now.unwrap_or_else(|| row.clone())
    });
    let label = |key: Key| {
        view! { <span class="cards-table__label" aria-hidden="true">{move || t(key)}</span> }
    };
    let state = Memo::new(move |_| row.with(|row| row.health.state));
    let title = Signal::derive(move || row.with(|row| names(&row.mentee.name, &row.mentor.name)));
    let why = move || row.with(short_reasons);
    let duo = Path::Duo(id.0).href();
    let act = move || {
        let call = TO_CALL.contains(&state.get());
        let (key, end, icon) = if call {
            (Key::CaseloadCall, "#contact", IconName::Phone)
        } else {
            (Key::CaseloadSee, "", IconName::Eye)
        };
        let kind = ButtonKind::Quiet;
        let href = format!("{}{end}", Path::Duo(id.0).href());
        view! { <LinkButton id=format!("act-{id}") label=text(key) about=title href=href kind=kind icon=icon/> }
    };
    view! {
        <tr role="row">
            <td role="cell">{move || view! { <StateChip state=state.get()/> }}</td>
            <th scope="row" role="rowheader">
                <a class="link" id=format!("duo-{id}") dir="auto" href=duo>{title}</a>
            </th>
            <td role="cell">{label(Key::CaseloadWhy)} <span dir="auto">{why}</span></td>
            <td role="cell">{act}</td>
        </tr>
    }
}
