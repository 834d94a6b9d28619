//! A short fact about something, with its picture.

use leptos::prelude::*;

use crate::components::icon::{Icon, IconName};

/// What a chip says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChipKind {
    /// A plain fact.
    #[default]
    Plain,
    /// Mine.
    Mine,
    /// From the other person.
    Other,
    /// Have a look.
    Attend,
    /// An error or a standstill.
    Stop,
    /// Done.
    Done,
}

/// Text only, not a button: it cannot be pressed and takes no focus.
#[component]
pub fn Chip(
    /// The fact.
    #[prop(into)]
    label: Signal<String>,
    /// What it says.
    #[prop(optional, into)]
    kind: Signal<ChipKind>,
    /// Its picture.
    #[prop(optional, into)]
    icon: Option<IconName>,
) -> impl IntoView {
    let class = move || match kind.get() {
        ChipKind::Plain => "chip",
        ChipKind::Mine => "chip chip--mine",
        ChipKind::Other => "chip chip--other",
        ChipKind::Attend => "chip chip--attend",
        ChipKind::Stop => "chip chip--stop",
        ChipKind::Done => "chip chip--done",
    };
    view! {
        <span class=class>
            {icon.map(|name| view! { <Icon name=name/> }.into_any())}
            <span dir="auto">{label}</span>
        </span>
    }
}
