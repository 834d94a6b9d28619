//! The first stop of the Tab key.

use leptos::prelude::*;
use words::Key;

use crate::{i18n::t, platform::focus};

/// Moves the focus past the bar and the menu.
///
/// `rel="external"` keeps the router away: it would scroll and leave the focus on the link.
#[component]
pub fn SkipLink() -> impl IntoView {
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        focus::focus_now("main");
    };
    view! { <a class="skip" href="#main" rel="external" on:click=skip>{move || t(Key::AppSkip)}</a> }
}
