//! A choice kept in the address: a page can be kept, sent and opened again. Names and typed words
//! never enter it, because addresses stay in the history of the browser.

use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::query_signal_with_options};

/// A value in step with a name of the address, both ways: "back" changes it too. Anything but
/// listed words, days, numbers and ids is left out.
#[must_use]
pub fn in_address(name: &'static str) -> RwSignal<String> {
    let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
    let (address, set_address) = query_signal_with_options::<String>(name, options);
    let value =
        RwSignal::new(address.get_untracked().filter(|value| is_plain(value)).unwrap_or_default());
    Effect::new(move |before: Option<String>| {
        let now = value.get();
        if before.is_some_and(|before| before != now) {
            set_address.set(Some(now.clone()).filter(|value| !value.is_empty()));
        }
        now
    });
    Effect::new(move |before: Option<String>| {
        let there = address.get().filter(|value| is_plain(value)).unwrap_or_default();
        if before.is_some_and(|before| before != there) && value.get_untracked() != there {
            value.set(there.clone());
        }
        there
    });
    value
}

fn is_plain(value: &str) -> bool {
    value.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | ','))
}
