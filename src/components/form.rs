//! A form that is sent once, whatever the finger does.

use leptos::{ev::SubmitEvent, prelude::*};

use crate::platform::clock;

/// Two presses within this time are one: a trembling hand, a slow phone.
const GUARD_MS: f64 = 1_000.0;

/// A native `form` without the browser's own checks, which speak before the person is done.
///
/// Enter in an input sends it, as everywhere.
#[component]
pub fn Form(
    /// Called when the form is sent.
    #[prop(into)]
    on_submit: Callback<()>,
    /// Inputs, then one submit button.
    children: Children,
) -> impl IntoView {
    let last_sent = StoredValue::new(f64::MIN);
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let now = clock::now_ms();
        if now - last_sent.get_value() >= GUARD_MS {
            last_sent.set_value(now);
            on_submit.run(());
        }
    };
    view! { <form class="form" novalidate on:submit=send>{children()}</form> }
}
