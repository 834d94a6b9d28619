//! How the duo is doing: its state, every reason with its rule, and the days that frame it.

use board::{health::reason::Reason, protocol::caseload::CaseloadRow};
use leptos::prelude::*;
use words::Key;

use crate::{
    features::{
        caseload::{
            state::StateChip,
            wording::{cause_words, rule_words},
        },
        duo_head::open::OpenDuo,
        duos::words_of::start_words,
        fetched::FetchNotice,
    },
    i18n::{format, t},
};

const HEADING: &str = "duo-state";

/// State, reasons and facts, for a running and for a closed duo.
#[component]
pub fn DuoHead(
    /// The duo of this page.
    open: OpenDuo,
) -> impl IntoView {
    let told = move || open.row.value.get().map(|row| view! { <Told row=row/> });
    view! {
        <FetchNotice ready=open.row.is_ready() failure=open.row.failure on_retry=open.reload/>
        {told}
    }
}

#[component]
fn Told(row: CaseloadRow) -> impl IntoView {
    let state = row.health.state;
    let row = StoredValue::new(row);
    let reasons = move || {
        row.with_value(|row| {
            let shown = |reason: &Reason| {
                view! {
                    <li>
                        {cause_words(&reason.cause, row)} " "
                        <span class="muted">{rule_words(&reason.cause)}</span>
                    </li>
                }
            };
            row.health.reasons.iter().map(shown).collect_view()
        })
    };
    let fact = |label: Key, words: Signal<String>| {
        view! { <div><dt class="muted">{move || t(label)}</dt><dd dir="auto">{words}</dd></div> }
    };
    let of = move |words: fn(&CaseloadRow) -> String| Signal::derive(move || row.with_value(words));
    let coordinator = row.with_value(|row| row.coordinator.is_some()).then(|| {
        let name = of(|row| row.coordinator.as_ref().map(|it| it.name.clone()).unwrap_or_default());
        fact(Key::CaseloadCoordinator, name)
    });
    view! {
        <section class="card" aria-labelledby=HEADING>
            <div class="row row--between">
                <h2 id=HEADING tabindex="-1">{move || t(Key::DuoHeadTitle)}</h2>
                <StateChip state=state/>
            </div>
            <ul class="stack stack--tight">{reasons}</ul>
            <dl class="row duo-facts">
                {fact(Key::DuoBranch, of(|row| row.branch_name.clone()))}
                {fact(Key::DuoStart, of(|row| start_words(row.start)))}
                {fact(Key::DuoHeadPlannedEnd, of(|row| format::long_date(row.planned_end)))}
                {coordinator}
            </dl>
            <p class="muted">{move || t(Key::CaseloadPrivacy)}</p>
        </section>
    }
}
