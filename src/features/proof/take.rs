//! The proof on paper, as a PDF and for a spreadsheet.

use board::{
    csv,
    proof::{PROOF_MAX, ProofRow},
    protocol::account::ProofRequest,
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text,
        missing_letters::LettersNotice,
        proof::{
            days::Days,
            paper::{COLUMNS, cells},
        },
    },
    i18n::{self, t, text, tn},
    platform::{announce::announce, download, print},
    state::board::BoardState,
};

/// Three buttons. With nothing chosen they say so.
#[component]
pub(super) fn TakeProof(
    /// The days.
    days: RwSignal<Days>,
    /// The chosen lines.
    rows: Memo<Vec<ProofRow>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let failure = RwSignal::new(None::<ApiError>);
    let working = StoredValue::new(false);
    let count = Memo::new(move |_| rows.with(Vec::len));
    // True when there is something to take; says why not otherwise.
    let ready = move || {
        let key = match count.get_untracked() {
            0 => Key::ProofNoneChosen,
            n if n > PROOF_MAX => Key::ProofTooMany,
            _ => return true,
        };
        announce(&untrack(|| t(key)));
        false
    };
    let name = move |ending: &str| {
        days.with_untracked(|days| format!("{} {}.{ending}", days.start(), days.end()))
    };
    let paper = move |()| {
        if ready() {
            print::print();
        }
    };
    let sheet = move |()| {
        if !ready() {
            return;
        }
        let table = untrack(|| {
            let headings = COLUMNS.map(t);
            let lines =
                rows.with(|rows| rows.iter().map(|row| cells(row).to_vec()).collect::<Vec<_>>());
            csv::table(&headings, &lines)
        });
        download::save(&name("csv"), "text/csv;charset=utf-8", &table);
        announce(&t(Key::ProofSaved));
    };
    let pdf = move |()| {
        if !ready() || working.get_value() {
            return;
        }
        working.set_value(true);
        announce(&t(Key::ProofMaking));
        let (from, until) = days.get_untracked().into_inner();
        let items = rows.with_untracked(|rows| rows.iter().map(|row| row.item).collect());
        let lang = untrack(|| i18n::lang().tag().to_owned());
        let (request, name) = (ProofRequest { from, until, items, lang }, name("pdf"));
        spawn_local(async move {
            // The server makes it from what it has.
            board.send_all().await;
            let answer = api::account::proof_pdf(board.info().id, &request, &name).await;
            working.try_set_value(false);
            match answer {
                Ok(()) => announce(&t(Key::ProofSaved)),
                Err(ref error) => announce(&api_error_text(error)),
            }
            failure.try_set(answer.err());
        });
    };
    let trouble = move || {
        failure.get().map(|error| {
            view! { <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice> }
        })
    };
    let letters = Memo::new(move |_| {
        rows.with(|rows| {
            rows.iter().flat_map(|row| [row.employer.clone(), row.what.clone()]).collect()
        })
    });
    let chosen = move || match count.get() {
        0 => t(Key::ProofNoneChosen),
        n if n > PROOF_MAX => t(Key::ProofTooMany),
        n => tn(Key::ProofChosen, n),
    };
    view! {
        <section class="card no-print">
            <h2>{move || t(Key::ProofTake)}</h2>
            <p>{chosen}</p>
            {trouble}
            <div class="row">
                <Button label=text(Key::ProofPdf) icon=IconName::Down on_press=pdf/>
                <Button
                    label=text(Key::ActionPrint)
                    kind=ButtonKind::Quiet
                    icon=IconName::Printer
                    on_press=paper
                />
                <Button
                    label=text(Key::ProofCsv)
                    kind=ButtonKind::Quiet
                    icon=IconName::Down
                    on_press=sheet
                />
            </div>
            <p class="muted">{move || t(Key::ProofOnlyThis)}</p>
            <LettersNotice text=letters/>
        </section>
    }
}
