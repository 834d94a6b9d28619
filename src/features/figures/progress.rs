//! The year against its target (features.md K15): duos that began, beside the time that has passed.

use board::{
    office::target::Progress,
    protocol::figures::{FiguresOf, Indicators},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        bars::{Bar, Bars},
        disclosure::Disclosure,
    },
    features::figures::{
        naming::region_key,
        wording::{count, percent},
    },
    i18n::{t, text, tf},
};

/// One bar a place, with a mark where an even pace would be by now, and the same as a table.
#[component]
pub fn YearProgress(
    /// The answer.
    indicators: Signal<Indicators>,
) -> impl IntoView {
    let rows = Memo::new(move |_| {
        indicators.with(|answer| {
            let name = |it: &Progress| place(it, &answer.of);
            answer.progress.iter().map(|it| (name(it), *it)).collect::<Vec<_>>()
        })
    });
    let bars = Signal::derive(move || rows.with(|rows| rows.iter().map(bar).collect::<Vec<_>>()));
    let has_any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let content = move || {
        if !has_any.get() {
            return view! { <p>{move || t(Key::FiguresProgressNone)}</p> }.into_any();
        }
        view! {
            <Bars title=text(Key::FiguresProgress) bars=bars/>
            <Disclosure label=text(Key::FiguresTable)><ProgressTable rows=rows/></Disclosure>
        }
        .into_any()
    };
    view! {
        <section class="card stack">
            <h2>{move || t(Key::FiguresProgress)}</h2>
            {content}
        </section>
    }
}

fn place(progress: &Progress, of: &FiguresOf) -> Place {
    match (progress.branch, progress.region) {
        (Some(id), _) => {
            let found = of.branches.iter().find(|branch| branch.id == id);
            Place::Branch(found.map(|branch| branch.name.clone()).unwrap_or_default())
        }
        (None, Some(region)) => Place::Region(region_key(region)),
        (None, None) => Place::All,
    }
}

/// The name of a place: ours, or the one the association gave it.
#[derive(Clone, PartialEq)]
enum Place {
    All,
    Region(Key),
    Branch(String),
}

impl Place {
    fn words(&self) -> String {
        match self {
            Self::All => t(Key::FiguresAllPlaces),
            // Brussels is a region and a branch.
            Self::Region(key) => {
                tf(Key::FiguresPartOf, &[("name", &t(Key::FiguresRegion)), ("n", &t(*key))])
            }
            Self::Branch(name) => name.clone(),
        }
    }
}

fn bar((place, progress): &(Place, Progress)) -> Bar {
    let (place, progress) = (place.clone(), *progress);
    // A target that is passed still fits: the longest bar is the larger of the two.
    let most = f64::from(progress.target.max(progress.started.unwrap_or(0)).max(1));
    let words = Signal::derive(move || {
        let time = tf(
            Key::FiguresProgressTime,
            &[
                ("percent", &count(u32::from(progress.elapsed + 5) / 10)),
                ("expected", &count(progress.expected())),
            ],
        );
        match pace(&progress) {
            Some(pace) => format!("{}. {}. {time}", started_words(&progress), t(pace)),
            None => format!("{} {time}", started_words(&progress)),
        }
    });
    Bar {
        label: Signal::derive(move || place.words()),
        words,
        part: progress.started.map(|started| f64::from(started) / most),
        mark: Some(f64::from(progress.expected()) / most),
    }
}

fn pace(progress: &Progress) -> Option<Key> {
    let started = progress.started?;
    Some(if started >= progress.expected() {
        Key::FiguresProgressAhead
    } else {
        Key::FiguresProgressBehind
    })
}

fn started_words(progress: &Progress) -> String {
    let target = count(progress.target);
    let Some(started) = progress.started else {
        return tf(Key::FiguresProgressHidden, &[("target", &target)]);
    };
    let share = u64::from(started) * 100 / u64::from(progress.target.max(1));
    let share = count(u32::try_from(share).unwrap_or(u32::MAX));
    let values = [("started", count(started)), ("target", target), ("percent", share)];
    tf(Key::FiguresProgressOf, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

#[component]
fn ProgressTable(rows: Memo<Vec<(Place, Progress)>>) -> impl IntoView {
    let heads = [Key::TargetsPlace, Key::FiguresStarted, Key::FiguresTarget, Key::FiguresExpected];
    let head = heads
        .map(|key| view! { <th scope="col" role="columnheader">{move || t(key)}</th> })
        .into_iter()
        .collect_view();
    let body = move || {
        let row = |(place, it): (Place, Progress)| {
            let started = move || it.started.map_or_else(|| t(Key::BreakdownHidden), count);
            let share = it.started.map(|started| started * 1000 / it.target.max(1));
            let share = move || share.map(|share| format!(" ({})", percent(share)));
            let cell = |label: Key| {
                view! { <span class="cards-table__label" aria-hidden="true">{move || t(label)}</span> }
            };
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader"><span dir="auto">{move || place.words()}</span></th>
                    <td role="cell">{cell(Key::FiguresStarted)} {started} {share}</td>
                    <td role="cell">{cell(Key::FiguresTarget)} {move || count(it.target)}</td>
                    <td role="cell">{cell(Key::FiguresExpected)} {move || count(it.expected())}</td>
                </tr>
            }
        };
        rows.get().into_iter().map(row).collect_view()
    };
    view! {
        <table class="cards-table" role="table" aria-label=move || t(Key::FiguresProgress)>
            <thead role="rowgroup"><tr role="row">{head}</tr></thead>
            <tbody role="rowgroup">{body}</tbody>
        </table>
    }
}
