//! A yes that stands alone.

use leptos::prelude::*;

use crate::platform::ids;

/// A native checkbox; the whole row can be pressed.
#[component]
pub fn Checkbox(
    /// The words after the box.
    #[prop(into)]
    label: Signal<String>,
    /// The draft.
    value: RwSignal<bool>,
    /// Element id.
    #[prop(optional, into)]
    id: Option<String>,
    /// Called with the new value.
    #[prop(optional, into)]
    on_change: Option<Callback<bool>>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| ids::element_id("check"));
    let label_for = id.clone();
    let change = move |event| {
        let checked = event_target_checked(&event);
        value.set(checked);
        if let Some(on_change) = on_change {
            on_change.run(checked);
        }
    };
    view! {
        <label class="choice__option" for=label_for>
            <input
                class="choice__input"
                type="checkbox"
                id=id
                prop:checked=value
                on:change=change
            />
            <span>{label}</span>
        </label>
    }
}
