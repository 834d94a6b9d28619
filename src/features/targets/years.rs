//! All years beside each other, with the sum that is reckoned and, apart from it, the one that was
//! printed.

use std::collections::BTreeMap;

use board::{
    office::{region::Region, target::PrintedSums},
    protocol::figures::Targets,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    features::figures::{naming::region_key, wording::count},
    i18n::{t, tf},
};

/// A line: its name, its numbers by year, its printed sum.
struct Line {
    name: Signal<String>,
    numbers: BTreeMap<u16, u32>,
    printed: Option<u32>,
}

/// The tables: duos, budget, public funds. Nothing where nothing is noted.
#[component]
pub fn AllYears(
    /// What is known.
    known: Targets,
) -> impl IntoView {
    let tables = [
        (Key::TargetsDuos, duos(&known)),
        (Key::TargetsBudget, money(&known, |it| it.budget, |it| it.budget)),
        (Key::TargetsPublic, money(&known, |it| it.public, |it| it.public)),
    ];
    let any = tables.iter().any(|(_, lines)| !lines.is_empty());
    let tables: Vec<_> =
        tables.into_iter().filter(|(_, lines)| !lines.is_empty()).map(table).collect();
    view! {
        <section class="stack">
            <h2>{move || t(Key::TargetsAllYears)}</h2>
            {(!any).then(|| view! { <p>{move || t(Key::TargetsEmpty)}</p> })}
            {tables}
        </section>
    }
}

fn region_name(region: Region) -> Signal<String> {
    Signal::derive(move || t(region_key(region)))
}

fn duos(known: &Targets) -> Vec<Line> {
    let branches = known.branches.iter().map(|branch| {
        let own = known.targets.iter().filter(|it| it.branch == branch.id);
        Line {
            name: Signal::stored(branch.name.clone()),
            numbers: own.map(|it| (it.year, it.duos)).collect(),
            printed: None,
        }
    });
    let regions = Region::ALL.iter().map(|region| {
        let own = known.regions.iter().filter(|it| it.region == *region);
        let region = *region;
        let name = move || tf(Key::TargetsOfRegion, &[("region", &t(region_key(region)))]);
        Line {
            name: Signal::derive(name),
            numbers: own.map(|it| (it.year, it.duos)).collect(),
            printed: printed(known, region).map(|sums| sums.duos),
        }
    });
    branches.chain(regions).filter(|line| !line.numbers.is_empty()).collect()
}

fn money(
    known: &Targets,
    of_year: fn(&board::office::target::RegionBudget) -> u32,
    of_sums: fn(&PrintedSums) -> u32,
) -> Vec<Line> {
    let lines = Region::ALL.iter().map(|region| {
        let own = known.budgets.iter().filter(|it| it.region == *region);
        Line {
            name: region_name(*region),
            numbers: own.map(|it| (it.year, of_year(it))).collect(),
            printed: printed(known, *region).map(of_sums),
        }
    });
    lines.filter(|line| !line.numbers.is_empty()).collect()
}

fn printed(known: &Targets, region: Region) -> Option<&PrintedSums> {
    known.printed.iter().find(|sums| sums.region == region)
}

fn table((title, lines): (Key, Vec<Line>)) -> AnyView {
    let mut years: Vec<u16> = lines.iter().flat_map(|line| line.numbers.keys().copied()).collect();
    years.sort_unstable();
    years.dedup();
    let has_printed = lines.iter().any(|line| line.printed.is_some());
    let label = |words: String| {
        view! { <span class="cards-table__label" aria-hidden="true">{words}</span> }
    };
    let rows = lines.into_iter().map(|line| {
        let cells: Vec<_> = years
            .iter()
            .map(|year| {
                let number = line.numbers.get(year).copied();
                let words = move || number.map(count);
                view! { <td role="cell">{label(year.to_string())} {words}</td> }
            })
            .collect();
        let sum: u32 = line.numbers.values().sum();
        let printed = line.printed;
        let differs = printed.is_some_and(|printed| printed != sum);
        let printed = has_printed.then(|| {
            let note = differs.then(|| view! { <p class="muted">{move || t(Key::TargetsDiffers)}</p> });
            view! {
                <td role="cell">
                    <span class="cards-table__label" aria-hidden="true">{move || t(Key::TargetsPrinted)}</span>
                    {move || printed.map(count)} {note}
                </td>
            }
        });
        view! {
            <tr role="row">
                <th scope="row" role="rowheader"><span dir="auto">{line.name}</span></th>
                {cells}
                <td role="cell">
                    <span class="cards-table__label" aria-hidden="true">{move || t(Key::TargetsSum)}</span>
                    {move || count(sum)}
                </td>
                {printed}
            </tr>
        }
    });
    let rows: Vec<_> = rows.collect();
    let years: Vec<_> = years
        .iter()
        .map(|year| view! { <th scope="col" role="columnheader">{year.to_string()}</th> })
        .collect();
    let printed = has_printed.then(
        || view! { <th scope="col" role="columnheader">{move || t(Key::TargetsPrinted)}</th> },
    );
    view! {
        <h3>{move || t(title)}</h3>
        <table class="cards-table" role="table" aria-label=move || t(title)>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{move || t(Key::TargetsPlace)}</th>
                    {years}
                    <th scope="col" role="columnheader">{move || t(Key::TargetsSum)}</th>
                    {printed}
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}
