//! The page of groups: by what, of which year, as bars and as a table.

use board::{
    actor::Role,
    office::breakdown::{BreakdownRow, By},
    protocol::{
        figures::{Breakdown, FiguresOf},
        library::SectorInfo,
    },
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        bars::{Bar, Bars},
        choice::ChoiceOption,
        error_state::ErrorState,
        notice::Notice,
        select::Select,
    },
    features::{
        api_error::api_error_text,
        breakdown::groups::{by_key, group_key, nothing_key, own_name},
        fetched::{FetchNotice, Fetched},
        figures::{
            chosen::{BranchSelect, YearSelect, of_words, place_words, written},
            take::TakeAlong,
            wording::{count, percent},
        },
        in_address::in_address,
    },
    i18n::{self, t, text},
    state::session::SessionState,
};

/// What an empty choice means.
const FIRST: By = By::Gender;

/// The table as files.
const FILES: &[(&str, Key)] =
    &[("breakdown.csv", Key::FiguresCsv), ("breakdown.xlsx", Key::FiguresXlsx)];

/// Reads the table of the choice. Mentees are told apart for all branches by those who see all of
/// them, and for one branch by everybody else.
#[component]
pub fn BreakdownWork() -> impl IntoView {
    let (by, year, branch) = (in_address("by"), in_address("year"), in_address("branch"));
    let session = SessionState::expect().session();
    let sees_all = session.as_ref().is_some_and(|session| session.role == Role::OrganisationAdmin);
    let own = session.map(|session| session.branches).unwrap_or_default();
    // Funders have no branches of their own and the organisation's admin has all: both see the
    // whole, and the server says so. Others begin with their first branch.
    let whole = RwSignal::new(sees_all || own.is_empty());
    let first = own.first().map(|branch| branch.id.to_string()).unwrap_or_default();
    if !whole.get_untracked() && branch.with_untracked(String::is_empty) {
        branch.set(first.clone());
    }
    let chosen_by = Memo::new(move |_| by.with(|by| By::from_word(by)).unwrap_or(FIRST));
    let query = Memo::new(move |_| {
        let by = chosen_by.get();
        let needs = by.is_of_mentees() && !whole.get();
        let one = branch.get();
        let one = if one.is_empty() { first.clone() } else { one };
        let one = if needs { one } else { String::new() };
        written(&[("by", by.as_str().to_owned()), ("year", year.get()), ("branch", one)])
    });
    let answer = Fetched::<Breakdown>::nothing();
    let sectors = RwSignal::new(Vec::<SectorInfo>::new());
    let load = Callback::new(move |()| {
        let asked = query.get_untracked();
        spawn_local(async move {
            let found = api::figures::breakdown(&asked).await;
            if query.try_get_untracked().as_ref() == Some(&asked) {
                answer.take(found);
            }
        });
    });
    Effect::new(move |_| {
        query.track();
        load.run(());
    });
    Effect::new(move |_| {
        let lang = i18n::lang();
        let wanted = chosen_by.get() == By::Sector;
        spawn_local(async move {
            if let (true, Ok(list)) = (wanted, api::library::sectors(lang.tag()).await) {
                let _ = sectors.try_set(list);
            }
        });
    });
    Effect::new(move |_| {
        if answer.value.with(|it| it.as_ref().is_some_and(|it| it.of.whole)) {
            whole.set(true);
        }
    });
    let shown = Memo::new(move |_| answer.value.with(Option::is_some));
    let content = move || {
        shown.get().then(|| view! { <Told answer by year branch whole=whole.into() sectors/> })
    };
    let failed = move || {
        let failure = answer.failure.get().filter(|_| shown.get())?;
        let what = Signal::derive(move || api_error_text(&failure));
        Some(view! { <ErrorState what=what on_retry=load/> })
    };
    view! {
        <FetchNotice ready=answer.is_ready() failure=answer.failure on_retry=load/>
        {failed}
        {content}
        {move || shown.get().then(|| view! { <TakeAlong query=query.into() files=FILES/> })}
    }
}

#[component]
fn Told(
    answer: Fetched<Breakdown>,
    by: RwSignal<String>,
    year: RwSignal<String>,
    branch: RwSignal<String>,
    whole: Signal<bool>,
    sectors: RwSignal<Vec<SectorInfo>>,
) -> impl IntoView {
    // Shown only once there is an answer, and an answer never goes away again.
    let table = Memo::new(move |known: Option<&Breakdown>| {
        let fresh = answer.value.get();
        fresh.or_else(|| known.cloned()).expect("shown only once there is an answer")
    });
    let of: Signal<FiguresOf> = Signal::derive(move || table.with(|it| it.of.clone()));
    let kinds: Vec<ChoiceOption> = By::ALL
        .iter()
        .filter(|kind| **kind != FIRST)
        .map(|kind| ChoiceOption::new(kind.as_str(), text(by_key(*kind))))
        .collect();
    let name = move |row: &BreakdownRow| -> String {
        table.with(|table| match &row.key {
            None => t(nothing_key(table.by)),
            Some(key) => group_name(table, key.as_str(), sectors),
        })
    };
    let bars = Signal::derive(move || {
        let rows = table.with(|table| table.rows.clone());
        let most = rows.iter().filter_map(|row| row.duos).max().unwrap_or(0).max(1);
        let bar = |row: BreakdownRow| {
            let label = row.clone();
            Bar {
                label: Signal::derive(move || name(&label)),
                words: Signal::derive(move || number(row.duos)),
                part: row.duos.map(|duos| f64::from(duos) / f64::from(most)),
                mark: None,
            }
        };
        rows.into_iter().map(bar).collect::<Vec<_>>()
    });
    let masked = Memo::new(move |_| table.with(|it| it.rows.iter().any(BreakdownRow::is_masked)));
    let optional = Memo::new(move |_| table.with(|it| it.by.is_answered()));
    let one_branch = move || !whole.get() && table.with(|it| it.by.is_of_mentees());
    view! {
        <div class="filters no-print">
            <Select
                label=text(Key::BreakdownBy)
                options=kinds
                value=by
                empty_label=text(by_key(FIRST))
            />
            <YearSelect of=of value=year/>
            {move || one_branch().then(|| view! { <BranchSelect of=of value=branch one=true/> })}
        </div>
        <p><strong dir="auto">{move || of.with(place_words)}</strong> " · " {move || of.with(of_words)}</p>
        {move || optional.get().then(|| view! { <Notice><p>{move || t(Key::BreakdownOptional)}</p></Notice> })}
        <section class="stack">
            <h2>{move || t(by_key(table.with(|it| it.by)))}</h2>
            <Bars title=text(Key::BreakdownChart) bars=bars/>
            <Table table name=Callback::new(move |row: BreakdownRow| name(&row))/>
            {move || masked.get().then(|| view! { <p class="muted">{move || t(Key::BreakdownSomeHidden)}</p> })}
        </section>
    }
}

fn group_name(table: &Breakdown, key: &str, sectors: RwSignal<Vec<SectorInfo>>) -> String {
    if let Some(words) = group_key(table.by, key) {
        return t(words);
    }
    if let Some(name) = own_name(table.by, key) {
        return name.to_owned();
    }
    let branch = table.of.branches.iter().find(|branch| branch.id.to_string() == key);
    let sector = sectors.with(|sectors| {
        let found = sectors.iter().find(|sector| sector.id.as_str() == key);
        found.map(|sector| sector.name.clone())
    });
    branch.map(|branch| branch.name.clone()).or(sector).unwrap_or_else(|| key.to_owned())
}

fn number(number: Option<u32>) -> String {
    number.map_or_else(|| t(Key::BreakdownHidden), count)
}

#[component]
fn Table(table: Memo<Breakdown>, name: Callback<BreakdownRow, String>) -> impl IntoView {
    let heads = [
        Key::BreakdownGroup,
        Key::BreakdownDuos,
        Key::BreakdownMature,
        Key::BreakdownPositive,
        Key::BreakdownRate,
        Key::BreakdownUnknown,
    ];
    let head = heads
        .map(|key| view! { <th scope="col" role="columnheader">{move || t(key)}</th> })
        .into_iter()
        .collect_view();
    let cell = |label: Key, words: Signal<String>| {
        view! {
            <td role="cell">
                <span class="cards-table__label" aria-hidden="true">{move || t(label)}</span>
                <span>{words}</span>
            </td>
        }
    };
    let row = move |title: Signal<String>, row: BreakdownRow| {
        let share = row.positive.zip(row.mature).filter(|(_, mature)| *mature > 0);
        let share = share.map(|(positive, mature)| positive * 1000 / mature);
        let of = |value: Option<u32>| Signal::derive(move || number(value));
        let rate = move || match (share, row.mature) {
            (Some(share), _) => percent(share),
            (None, Some(_)) => "–".to_owned(),
            (None, None) => t(Key::BreakdownHidden),
        };
        view! {
            <tr role="row">
                <th scope="row" role="rowheader"><span dir="auto">{title}</span></th>
                {cell(Key::BreakdownDuos, of(row.duos))}
                {cell(Key::BreakdownMature, of(row.mature))}
                {cell(Key::BreakdownPositive, of(row.positive))}
                {cell(Key::BreakdownRate, Signal::derive(rate))}
                {cell(Key::BreakdownUnknown, of(row.unknown))}
            </tr>
        }
    };
    let body = move || {
        let groups = table.with(|table| table.rows.clone());
        let rows = groups.into_iter().map(|group| {
            let of = group.clone();
            row(Signal::derive(move || name.run(of.clone())), group)
        });
        rows.collect_view()
    };
    let total = move || row(text(Key::BreakdownTotal), table.with(|table| table.total.clone()));
    let title = move || t(by_key(table.with(|it| it.by)));
    view! {
        <table class="cards-table" role="table" aria-label=title>
            <thead role="rowgroup"><tr role="row">{head}</tr></thead>
            <tbody role="rowgroup">{body} {total}</tbody>
        </table>
    }
}
