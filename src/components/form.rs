//! A form that is sent once, whatever the finger does.

use leptos::{ev::SubmitEvent, prelude::*};

use crate::platform::clock;

/// Two presses within this time are one: a trembling hand, a slow phone. Not when something was
/// typed or chosen between them: then the second one says something new.
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
    let changed = move |_| last_sent.set_value(f64::MIN);
    view! { <form class="form" novalidate on:submit=send on:input=changed>{children()}</form> }
}
