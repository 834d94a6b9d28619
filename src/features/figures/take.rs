//! Figures to take along: on paper, as CSV, as XLSX.

use leptos::prelude::*;
use words::Key;

use crate::{
    api::figures::export,
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
    },
    i18n::{t, text},
    platform::print,
};

/// Links to files of the same duos, and the way to paper.
#[component]
pub fn TakeAlong(
    /// Of which duos.
    query: Signal<String>,
    /// The files: their name on the server, the words.
    files: &'static [(&'static str, Key)],
) -> impl IntoView {
    let links = files.iter().map(|(file, label)| {
        let (file, label) = (*file, *label);
        let href = move || query.with(|query| export(file, query));
        view! {
            <a class=ButtonKind::Quiet.class() href=href download="" rel="external">
                <span>{move || t(label)}</span>
            </a>
        }
    });
    view! {
        <div class="row no-print">
            <Button
                label=text(Key::FiguresPrint)
                kind=ButtonKind::Quiet
                icon=IconName::Printer
                on_press=|()| print::print()
            />
            {links.collect_view()}
        </div>
    }
}

/// One line a duo, for those who look after duos.
#[component]
pub fn TakeRows(
    /// Of which duos.
    query: Signal<String>,
) -> impl IntoView {
    const FILES: [(&str, Key); 2] =
        [("duos.csv", Key::FiguresCsv), ("duos.xlsx", Key::FiguresXlsx)];
    let links = FILES.map(|(file, label)| {
        let href = move || query.with(|query| export(file, query));
        view! {
            <a class=ButtonKind::Quiet.class() href=href download="" rel="external">
                <span>
                    {move || t(label)}
                    <span class="visually-hidden">" " {move || t(Key::FiguresExportRows)}</span>
                </span>
            </a>
        }
    });
    view! {
        <section class="stack no-print">
            <h2>{move || t(Key::FiguresExportRows)}</h2>
            <p>{move || t(Key::FiguresExportRowsHint)}</p>
            <div class="row">{links.into_iter().collect_view()}</div>
        </section>
    }
}
