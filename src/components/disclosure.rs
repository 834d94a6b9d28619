//! More, for those who want it.

use leptos::prelude::*;

/// A native `details`: open or closed is the person's choice and is never changed for them.
#[component]
pub fn Disclosure(
    /// What is inside.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it starts open.
    #[prop(optional)]
    open: bool,
    /// The rest.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary class="disclosure__title">{label}</summary>
            <div class="disclosure__body">{children()}</div>
        </details>
    }
}
