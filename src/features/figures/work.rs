//! The page of figures: which duos, the year against its target, every figure, ways to take it along.

use board::{
    office::indicators::{
        Anchor,
        figure::{Code, Figure},
    },
    protocol::figures::{FiguresOf, Indicators},
};
use chrono::Datelike;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        date_field::{DateDraft, DateField},
        disclosure::Disclosure,
        error_state::ErrorState,
        form::Form,
        notice::Notice,
    },
    features::{
        api_error::api_error_text,
        fetched::{FetchNotice, Fetched},
        figures::{
            chosen::{
                AnchorSelect, BranchSelect, Chosen, RegionSelect, YearSelect, of_words, place_words,
            },
            list::FigureSection,
            progress::YearProgress,
            take::{TakeAlong, TakeRows},
        },
    },
    i18n::{t, text, tf},
    platform::announce::announce,
};

/// The files that hold what the page shows.
const FILES: &[(&str, Key)] =
    &[("indicators.csv", Key::FiguresCsv), ("indicators.xlsx", Key::FiguresXlsx)];

/// Asks anew whenever the choice changes. An answer that comes late is not shown over a newer one.
#[component]
pub fn FiguresWork(
    /// Whether the reader looks after duos, and may take out single lines.
    looks_after: bool,
) -> impl IntoView {
    let chosen = Chosen::in_address();
    let query = Memo::new(move |_| chosen.query());
    let answer = Fetched::<Indicators>::nothing();
    let load = Callback::new(move |()| {
        let asked = query.get_untracked();
        spawn_local(async move {
            let found = api::figures::indicators(&asked).await;
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
    let content =
        move || shown.get().then(|| view! { <Told answer chosen query=query.into() looks_after/> });
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
fn Told(
    answer: Fetched<Indicators>,
    chosen: Chosen,
    query: Signal<String>,
    looks_after: bool,
) -> impl IntoView {
    // Shown only once there is an answer, and an answer never goes away again.
    let indicators = Memo::new(move |known: Option<&Indicators>| {
        let fresh = answer.value.get();
        fresh.or_else(|| known.cloned()).expect("shown only once there is an answer")
    });
    let of = Signal::derive(move || indicators.with(|it| it.of.clone()));
    Effect::new(move |before: Option<String>| {
        let words = of.with(of_words);
        // The numbers changed below the choice: whoever hears the page is told.
        if before.is_some_and(|before| before != words) {
            announce(&words);
        }
        words
    });
    let section = move |codes: fn(Code) -> bool| {
        Signal::derive(move || {
            indicators.with(|it| {
                it.figures.iter().filter(|it| codes(it.code)).cloned().collect::<Vec<Figure>>()
            })
        })
    };
    let is_empty = Memo::new(move |_| {
        let begun = |it: &Indicators| {
            it.figures.iter().find(|figure| figure.code == Code::Started).and_then(|it| it.value)
        };
        indicators.with(|it| begun(it) == Some(0))
    });
    let outcomes = |code: Code| (Code::Positive..=Code::InWork6).contains(&code);
    let cost = |code: Code| matches!(code, Code::CostPerDuo | Code::CostPerOutcome);
    let rows = looks_after.then(|| view! { <TakeRows query=query/> });
    let period = looks_after.then(|| view! { <Period chosen/> });
    view! {
        <div class="filters no-print">
            <YearSelect of=of value=chosen.year/>
            <BranchSelect of=of value=chosen.branch/>
            <RegionSelect of=of value=chosen.region/>
            <AnchorSelect value=chosen.anchor/>
        </div>
        {period}
        <Of of/>
        {(!looks_after).then(|| view! { <Notice><p>{move || t(Key::FiguresVeiled)}</p></Notice> })}
        {move || {
            is_empty.get().then(|| view! { <Notice><p>{move || t(Key::FiguresEmpty)}</p></Notice> })
        }}
        <YearProgress indicators=indicators.into()/>
        <FigureSection title=Key::FiguresDuos figures=section(|code| code < Code::Positive)/>
        <NotMature indicators=indicators year=chosen.year/>
        <FigureSection title=Key::FiguresOutcomes figures=section(outcomes)/>
        <FigureSection
            title=Key::FiguresSupport
            figures=section(|code| code > Code::InWork6 && !matches!(code, Code::CostPerDuo | Code::CostPerOutcome))
        />
        <FigureSection title=Key::FiguresCost figures=section(cost)/>
        <p class="muted">{move || t(Key::FiguresReferenceLead)}</p>
        <TakeAlong query=query files=FILES/>
        {rows}
    }
}

/// Of which duos the numbers are; printed too.
#[component]
pub fn Of(
    /// Of which duos.
    of: Signal<FiguresOf>,
) -> impl IntoView {
    let anchor = move || match of.with(|of| of.anchor) {
        Anchor::Start => t(Key::FiguresOfStart),
        Anchor::End => t(Key::FiguresOfEnd),
    };
    view! {
        <p>
            <strong dir="auto">{move || of.with(place_words)}</strong> " · "
            {move || of.with(of_words)} " " {anchor}
        </p>
    }
}

/// Where twelve months are not over for anybody, the year before has more to tell.
#[component]
fn NotMature(indicators: Memo<Indicators>, year: RwSignal<String>) -> impl IntoView {
    let before = Memo::new(move |_| {
        indicators.with(|it| {
            let positive = it.figures.iter().find(|figure| figure.code == Code::Positive)?;
            let earlier = it.of.years.iter().find(|year| i32::from(**year) < it.of.from.year())?;
            (positive.denominator == Some(0)).then(|| earlier.to_string())
        })
    });
    move || {
        before.get().map(|earlier| {
            let name = earlier.clone();
            let go = move |()| year.set(earlier.clone());
            let label = Signal::derive(move || tf(Key::FiguresSeeYear, &[("year", &name)]));
            view! {
                <Notice>
                    <p>{move || t(Key::FiguresNotMature)}</p>
                    <div class="no-print"><Button label=label kind=ButtonKind::Quiet on_press=go/></div>
                </Notice>
            }
        })
    }
}

/// Two days instead of a year.
#[component]
fn Period(chosen: Chosen) -> impl IntoView {
    let read = |text: RwSignal<String>| text.with_untracked(|text| text.parse().ok());
    let (from, to) = (DateDraft::new(read(chosen.from)), DateDraft::new(read(chosen.to)));
    let wrong = RwSignal::new((false, false));
    let show = move |()| {
        let (first, last) = (from.read().ok().flatten(), to.read().ok().flatten());
        let late = last.is_none_or(|last| first.is_some_and(|first| last < first));
        wrong.set((first.is_none(), late));
        if let (Some(first), Some(last), false) = (first, last, late) {
            chosen.from.set(first.to_string());
            chosen.to.set(last.to_string());
        }
    };
    let back = move |()| {
        chosen.from.set(String::new());
        chosen.to.set(String::new());
        from.set(None);
        to.set(None);
    };
    let from_error = Signal::derive(move || wrong.get().0.then(|| t(Key::FiguresFromError)));
    let to_error = Signal::derive(move || wrong.get().1.then(|| t(Key::FiguresToError)));
    let is_set = move || chosen.from.with(|from| !from.is_empty());
    let label = text(Key::FiguresPeriod);
    view! {
        <div class="no-print">
            <Disclosure label=label open=chosen.from.with_untracked(|from| !from.is_empty())>
                <p>{move || t(Key::FiguresPeriodHint)}</p>
                <Form on_submit=show>
                    <DateField label=text(Key::FiguresFromDay) value=from past=true error=from_error/>
                    <DateField label=text(Key::FiguresToDay) value=to past=true error=to_error/>
                    <div class="row">
                        <Button label=text(Key::FiguresPeriodShow) kind=ButtonKind::Quiet submit=true/>
                        {move || is_set().then(|| view! {
                            <Button
                                label=text(Key::FiguresPeriodYear)
                                kind=ButtonKind::Plain
                                on_press=back
                            />
                        })}
                    </div>
                </Form>
            </Disclosure>
        </div>
    }
}
