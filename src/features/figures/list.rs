//! Figures one under the other: result, two numbers, how they are counted. Bars first, for the eye;
//! the same in a table, for everybody.

use board::office::indicators::figure::{Figure, FigureState, Unit};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        bars::{Bar, Bars},
        disclosure::Disclosure,
    },
    features::figures::{
        naming::{figure_keys, part_key, reference_key},
        wording::{count, numbers_words, result_words, unknown_words},
    },
    i18n::{t, text, tf},
};

/// A section of figures with its heading.
#[component]
pub fn FigureSection(
    /// Its heading.
    title: Key,
    /// What stands in it.
    #[prop(into)]
    figures: Signal<Vec<Figure>>,
) -> impl IntoView {
    let bars = Signal::derive(move || {
        let shares =
            |figure: &Figure| figure.unit == Unit::Share && figure.state == FigureState::Shown;
        figures.with(|figures| figures.iter().filter(|it| shares(it)).map(bar).collect::<Vec<_>>())
    });
    let has_bars = Memo::new(move |_| bars.with(|bars| !bars.is_empty()));
    let chart =
        move || has_bars.get().then(|| view! { <Bars title=text(Key::FiguresChart) bars=bars/> });
    let rows =
        move || figures.get().into_iter().map(|it| view! { <Row figure=it/> }).collect_view();
    let head = [Key::FiguresFigure, Key::FiguresResult, Key::FiguresNumbers];
    let head = head
        .map(|key| view! { <th scope="col" role="columnheader">{move || t(key)}</th> })
        .into_iter()
        .collect_view();
    view! {
        <section class="stack">
            <h2>{move || t(title)}</h2>
            {chart}
            <table class="cards-table" role="table" aria-label=move || t(title)>
                <thead role="rowgroup"><tr role="row">{head}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </section>
    }
}

fn bar(figure: &Figure) -> Bar {
    let code = figure.code;
    let figure = figure.clone();
    let part = figure.per_mille().map(|part| f64::from(part) / 1000.0);
    let words = Signal::derive(move || {
        let numbers = numbers_words(&figure).unwrap_or_default();
        // "60 %, 3 sur 5": one number told twice, not two of them.
        let said = [result_words(&figure), numbers];
        said.into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(", ")
    });
    Bar { label: text(figure_keys(code).0), words, part, mark: None }
}

#[component]
fn Row(figure: Figure) -> impl IntoView {
    let (name, about) = figure_keys(figure.code);
    let reference = reference_key(figure.code);
    let is_shown = figure.state == FigureState::Shown;
    let parts = (!figure.parts.is_empty()).then(|| {
        let rows = figure.parts.clone().into_iter().map(|part| {
            let words = move || {
                let (name, n) = (t(part_key(part.key)), count(part.count));
                tf(Key::FiguresPartOf, &[("name", &name), ("n", &n)])
            };
            view! { <li>{words}</li> }
        });
        let rows = rows.collect_view();
        view! {
            <Disclosure label=text(Key::FiguresParts)>
                <ul class="stack stack--tight">{rows}</ul>
            </Disclosure>
        }
        .into_any()
    });
    let figure = StoredValue::new(figure);
    let numbers = move || figure.with_value(numbers_words);
    let unknown = move || {
        let words = figure.with_value(unknown_words);
        words.into_iter().map(|words| view! { <p class="muted">{words}</p> }).collect_view()
    };
    let compare = reference.map(|key| {
        view! { <p class="muted">{move || tf(Key::FiguresReference, &[("text", &t(key))])}</p> }
    });
    let class = if is_shown { "figure__number" } else { "muted" };
    let label = |key: Key| {
        view! { <span class="cards-table__label" aria-hidden="true">{move || t(key)}</span> }
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span>{move || t(name)}</span>
                <p class="muted">{move || t(about)}</p>
            </th>
            <td role="cell">
                {label(Key::FiguresResult)}
                <span class=class>{move || figure.with_value(result_words)}</span>
                {compare}
            </td>
            <td role="cell">
                {move || numbers().map(|words| view! {
                    {label(Key::FiguresNumbers)}
                    <span>{words}</span>
                })}
                {unknown}
                {parts}
            </td>
        </tr>
    }
}
