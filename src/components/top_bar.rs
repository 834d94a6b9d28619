//! The bar over every page.

use leptos::prelude::*;
use words::Key;

use crate::i18n::t;

/// The name of the product and, at the end side, the state of the connection and the language.
///
/// A `header` landmark. Under little height or with very large letters it scrolls away.
#[component]
pub fn TopBar(
    /// Words after the name, such as whose plan this is.
    #[prop(optional_no_strip)]
    about: Option<Signal<String>>,
    /// What stands at the end side.
    children: Children,
) -> impl IntoView {
    let about =
        about.map(|about| view! { <span class="muted" dir="auto">{about}</span> }.into_any());
    view! {
        <header class="topbar">
            <div class="row">
                <span class="topbar__name">{move || t(Key::AppName)}</span>
                {about}
            </div>
            <div class="row">{children()}</div>
        </header>
    }
}
