//! A link that looks like a button: it leads to another page, and says so to screen readers.

use leptos::prelude::*;

use crate::components::{
    button::ButtonKind,
    icon::{Icon, IconName},
};

/// A native link; its accessible name is its visible text.
#[component]
pub fn LinkButton(
    /// The words on it.
    #[prop(into)]
    label: Signal<String>,
    /// Where it leads, from `paths`.
    #[prop(into)]
    href: Signal<String>,
    /// How it looks.
    #[prop(optional)]
    kind: ButtonKind,
    /// A picture before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// Element id, where the focus may have to return.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    view! {
        <a id=id class=kind.class() href=href>
            {icon.map(|name| view! { <Icon name=name/> })}
            <span>{label}</span>
        </a>
    }
}
