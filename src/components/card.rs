//! A piece of paper on the table.

use leptos::prelude::*;

/// Whose paper, or what it asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardKind {
    /// Plain.
    #[default]
    Plain,
    /// Mine, or the one thing to see first.
    Mine,
    /// From the other person; their name stands in it.
    Other,
    /// Have a look.
    Attend,
    /// Over and done.
    Done,
}

/// A box with room around its words; no role of its own. Colour never speaks alone.
#[component]
pub fn Card(
    /// Whose paper.
    #[prop(optional)]
    kind: CardKind,
    /// True when a `.card__link` in it leads on: the whole card can then be pressed.
    #[prop(optional)]
    link: bool,
    /// Heading first, then words.
    children: Children,
) -> impl IntoView {
    let class = match kind {
        CardKind::Plain => "card",
        CardKind::Mine => "card card--mine",
        CardKind::Other => "card card--other",
        CardKind::Attend => "card card--attend",
        CardKind::Done => "card card--done",
    };
    view! { <div class=class class:card--link=link>{children()}</div> }
}
