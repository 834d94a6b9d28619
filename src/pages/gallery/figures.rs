//! Bars: a full one, one with a mark, one whose number is not shown.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::bars::{Bar, Bars},
    i18n::{t, text},
};

/// Bars with their words.
#[component]
pub fn Figures() -> impl IntoView {
    let bar = |label: &'static str, words: &'static str, part, mark| Bar {
        label: Signal::stored(label.to_owned()),
        words: Signal::stored(words.to_owned()),
        part,
        mark,
    };
    let bars = vec![
        bar("Liège", "250", Some(1.0), None),
        bar("Charleroi", "90 / 130", Some(0.69), Some(0.89)),
        bar("Verviers", "–", None, None),
    ];
    view! {
        <section class="stack">
            <h2>{move || t(Key::FiguresTitle)}</h2>
            <Bars title=text(Key::FiguresChart) bars=bars/>
        </section>
    }
}
