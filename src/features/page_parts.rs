//! The parts of a long page, to jump to: a keyboard or a thumb need not pass all the others.

use leptos::prelude::*;
use words::Key;

use crate::{i18n::t, platform::focus};

/// Links to headings of this page, which take the focus.
#[component]
pub fn PageParts(
    /// Element id and words of each heading.
    parts: &'static [(&'static str, Key)],
) -> impl IntoView {
    let link = |(id, key): &(&'static str, Key)| {
        let (id, key) = (*id, *key);
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            focus::focus_now(id);
        };
        view! {
            <li>
                <a class="button button--quiet" href=format!("#{id}") rel="external" on:click=go>
                    {move || t(key)}
                </a>
            </li>
        }
    };
    view! {
        <nav class="no-print" aria-label=move || t(Key::PagePartsTitle)>
            <ul class="row">{parts.iter().map(link).collect_view()}</ul>
        </nav>
    }
}
