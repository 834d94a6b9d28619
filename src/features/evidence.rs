//! The evidence pack for quality labels (features.md K17): a page to print, and a file.

use board::{office::indicators::figure::Figure, protocol::figures::EvidencePack};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::error_state::ErrorState,
    features::{
        api_error::api_error_text,
        fetched::{FetchNotice, Fetched},
        figures::{
            chosen::{BranchSelect, Chosen, RegionSelect, YearSelect, place_words},
            list::FigureSection,
            take::TakeAlong,
            work::Of,
        },
    },
    i18n::{format, tf},
};

/// The file that holds what the page shows.
const FILES: &[(&str, Key)] = &[("evidence.csv", Key::FiguresCsv)];

/// Asks anew whenever the choice changes.
#[component]
pub fn EvidenceWork() -> impl IntoView {
    let chosen = Chosen::in_address();
    let query = Memo::new(move |_| chosen.query());
    let answer = Fetched::<EvidencePack>::nothing();
    let load = Callback::new(move |()| {
        let asked = query.get_untracked();
        spawn_local(async move {
            let found = api::figures::evidence(&asked).await;
            if query.try_get_untracked().as_ref() == Some(&asked) {
                answer.take(found);
            }
        });
    });
    Effect::new(move |_| {
        query.track();
        load.run(());
    });
    let shown = Memo::new(move |_| answer.value.with(Option::is_some));
    let content = move || shown.get().then(|| view! { <Told answer chosen query=query.into()/> });
    let failed = move || {
        let failure = answer.failure.get().filter(|_| shown.get())?;
        let what = Signal::derive(move || api_error_text(&failure));
        Some(view! { <ErrorState what=what on_retry=load/> })
    };
    view! {
        <FetchNotice ready=answer.is_ready() failure=answer.failure on_retry=load/>
        {failed}
        {content}
    }
}

#[component]
fn Told(answer: Fetched<EvidencePack>, chosen: Chosen, query: Signal<String>) -> impl IntoView {
    // Shown only once there is an answer, and an answer never goes away again.
    let pack = Memo::new(move |known: Option<&EvidencePack>| {
        let fresh = answer.value.get();
        fresh.or_else(|| known.cloned()).expect("shown only once there is an answer")
    });
    let of = Signal::derive(move || pack.with(|it| it.of.clone()));
    let figures: Signal<Vec<Figure>> = Signal::derive(move || pack.with(|it| it.figures.clone()));
    let signed = move || {
        of.with(|of| {
            let values = [("on", format::digits(of.on)), ("place", place_words(of))];
            tf(Key::EvidenceSigned, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
        })
    };
    view! {
        <div class="filters no-print">
            <YearSelect of=of value=chosen.year/>
            <BranchSelect of=of value=chosen.branch/>
            <RegionSelect of=of value=chosen.region/>
        </div>
        <Of of/>
        <FigureSection title=Key::EvidenceTitle figures=figures/>
        <p class="muted">{signed}</p>
        <TakeAlong query=query files=FILES/>
    }
}
