//! The proof as it will be on paper, and the same cells for a spreadsheet.

use board::proof::{ProofResult, ProofRow};
use leptos::prelude::*;
use words::Key;

use crate::{
    features::{applications::stages::stage_name, proof::days::Days},
    i18n::{format, t, tf},
    platform::clock,
    state::session::SessionState,
};

/// The columns, in order.
pub(super) const COLUMNS: [Key; 5] = [
    Key::ProofPrintDate,
    Key::ProofPrintEmployer,
    Key::ProofPrintJob,
    Key::ProofPrintHow,
    Key::ProofPrintResult,
];

/// What came of it; tracked.
#[must_use]
pub(super) fn result_words(result: &ProofResult) -> String {
    match result {
        ProofResult::Stage(stage) => stage_name(stage),
        ProofResult::Done => t(Key::ProofPrintDone),
        ProofResult::GoingOn => t(Key::ProofPrintGoingOn),
    }
}

/// The cells of a line; tracked.
#[must_use]
pub(super) fn cells(row: &ProofRow) -> [String; 5] {
    [
        format::digits(row.on),
        row.employer.clone(),
        row.what.clone(),
        row.how.clone(),
        result_words(&row.result),
    ]
}

/// Exactly what is printed: the name, the days, the chosen lines.
#[component]
pub(super) fn ProofPaper(
    /// The days.
    days: RwSignal<Days>,
    /// The chosen lines.
    rows: Memo<Vec<ProofRow>>,
) -> impl IntoView {
    let session = SessionState::expect();
    let name = move || session.session().map(|session| session.name).unwrap_or_default();
    let period = move || {
        days.with(|days| {
            let (from, until) = (format::digits(*days.start()), format::digits(*days.end()));
            tf(Key::ProofPrintPeriod, &[("from", &from), ("until", &until)])
        })
    };
    let made = move || tf(Key::ProofPrintMadeOn, &[("date", &format::digits(clock::today()))]);
    let headings = move || {
        COLUMNS.map(|key| view! { <th scope="col">{t(key)}</th> }).into_iter().collect_view()
    };
    let lines = move || {
        let line = |row: &ProofRow| {
            let cell = |cell: String| view! { <td dir="auto">{cell}</td> };
            view! { <tr>{cells(row).map(cell).into_iter().collect_view()}</tr> }
        };
        rows.with(|rows| rows.iter().map(line).collect_view())
    };
    view! {
        <section class="card paper">
            <h2 id="proof-paper">{move || t(Key::ProofPrintTitle)}</h2>
            <p dir="auto"><strong>{name}</strong></p>
            <p>{period}</p>
            <div class="scroll" role="region" aria-labelledby="proof-paper" tabindex="0">
                <table class="moves">
                    <thead><tr>{headings}</tr></thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
            <p class="muted">{made}</p>
        </section>
    }
}
