//! A page with nothing on it yet: it invites.

use leptos::prelude::*;

/// A question, a sentence, and what to do. The heading is an `h2` of the page.
#[component]
pub fn EmptyState(
    /// The question or the fact.
    #[prop(into)]
    title: Signal<String>,
    /// A sentence that takes the fear away.
    #[prop(optional, into)]
    text: Option<Signal<String>>,
    /// Buttons or links.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <h2>{title}</h2>
            {text.map(|text| view! { <p>{text}</p> })}
            {children.map(|children| view! { <div class="row">{children()}</div> })}
        </div>
    }
}
