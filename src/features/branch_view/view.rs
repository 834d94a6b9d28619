//! The numbers of a branch: bars beside words, and every number in a table.

use board::{
    id::BranchId,
    protocol::caseload::{BranchView, Share},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        bars::{Bar, Bars},
        empty_state::EmptyState,
    },
    features::{
        branch_choice::BranchNotice, branch_view::trend::Trend, caseload::state::state_key,
        fetched::Fetched,
    },
    i18n::{format, t, text, tf, tn},
};

/// Today, the shares, and the trend.
#[component]
pub fn BranchNumbers(
    /// Which branch.
    branch: BranchId,
) -> impl IntoView {
    let found = Fetched::<BranchView>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { found.take(api::caseload::read_branch(branch).await) });
    });
    load.run(());
    let content = move || found.value.get().map(|view| view! { <Told view=view/> });
    view! {
        <BranchNotice ready=found.is_ready() failure=found.failure on_retry=load/>
        {content}
    }
}

#[component]
fn Told(view: BranchView) -> impl IntoView {
    let name = view.name.clone();
    if view.now.running == 0 && view.before.iter().all(|moment| moment.running == 0) {
        return view! { <EmptyState title=text(Key::BranchViewEmpty)/> }.into_any();
    }
    let now = view.now.clone();
    let running = count(now.running);
    let states: Vec<Bar> = now
        .states
        .iter()
        .map(|state| {
            let share = Share { part: state.duos, of: now.running };
            let key = state_key(state.state);
            bar(text(key), share)
        })
        .collect();
    let median = now.median_days;
    let median = move || match median {
        Some(days) => tn(Key::BranchViewMedian, count(days)),
        None => t(Key::BranchViewMedianNone),
    };
    let shares = [
        (Key::BranchViewEarly, view.early_meeting, Key::BranchViewExplainEarly),
        (Key::BranchViewFloor, view.floor, Key::BranchViewExplainFloor),
        (Key::BranchViewBefore13, view.ended_13, Key::BranchViewExplainEnds),
        (Key::BranchViewBefore26, view.ended_26, Key::BranchViewExplainEnds),
    ];
    let shares = shares.map(|(label, share, explained)| {
        let words = Signal::derive(move || format!("{}. {}", share_words(share), t(explained)));
        Bar { words, ..bar(text(label), share) }
    });
    let states = Signal::stored(states);
    let shares = Signal::stored(shares.to_vec());
    view! {
        <h2>{move || tf(Key::BranchViewTitleOf, &[("branch", &name)])}</h2>
        <p>{move || tn(Key::BranchViewRunning, running)}</p>
        <p>{median}</p>
        <Bars title=text(Key::CaseloadStates) bars=states/>
        <h2>{move || t(Key::BranchViewMeasure)}</h2>
        <Bars title=text(Key::BranchViewMeasure) bars=shares/>
        <Trend view=view/>
    }
    .into_any()
}

fn bar(label: Signal<String>, share: Share) -> Bar {
    let part = (share.of > 0).then(|| f64::from(share.part) / f64::from(share.of));
    Bar { label, words: Signal::derive(move || share_words(share)), part, mark: None }
}

/// "3 of 12, so 25 %"; tracked.
#[must_use]
pub fn share_words(share: Share) -> String {
    if share.of == 0 {
        return t(Key::BranchViewNone);
    }
    // Rounded to the nearest: a whole number says enough beside both others.
    let percent = (u64::from(share.part) * 200 + u64::from(share.of)) / (u64::from(share.of) * 2);
    let number = |number: u32| format::number(count(number));
    let percent = format::number(usize::try_from(percent).unwrap_or(usize::MAX));
    let values = [("part", number(share.part)), ("of", number(share.of)), ("percent", percent)];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    tf(Key::BranchViewShare, &values)
}

/// A number for words.
#[must_use]
pub fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
