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
    /// What it is about, for people who hear the link alone.
    #[prop(optional, into)]
    about: Option<Signal<String>>,
    /// Element id, where the focus may have to return.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    view! {
        <a id=id class=kind.class() href=href>
            {icon.map(|name| view! { <Icon name=name/> })}
            <span>
                {label}
                {about.map(|about| {
                    view! { <span class="visually-hidden">" " <bdi>{about}</bdi></span> }.into_any()
                })}
            </span>
        </a>
    }
}
