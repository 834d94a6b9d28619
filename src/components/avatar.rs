//! A person as a letter in a circle.

use leptos::prelude::*;

/// First letter of a name, in the colour of "mine" or "the other person".
///
/// Hidden from screen readers: the name stands beside it.
#[component]
pub fn Avatar(
    /// The name.
    #[prop(into)]
    name: Signal<String>,
    /// True for the other person.
    #[prop(optional)]
    other: bool,
) -> impl IntoView {
    let initial =
        move || name.with(|name| name.chars().next().map(|c| c.to_uppercase().to_string()));
    view! {
        <span class=if other { "avatar avatar--other" } else { "avatar" } aria-hidden="true">
            {initial}
        </span>
    }
}
