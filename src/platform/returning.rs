//! "The network is back": said once to whatever waits for it, so that nobody has to press a button.

use leptos::{ev, prelude::*};

thread_local! {
    static TIMES: ArcRwSignal<u32> = ArcRwSignal::new(0);
}

/// How often the network has come back since the page was opened; tracked.
#[must_use]
pub fn times() -> u32 {
    TIMES.with(ArcRwSignal::get)
}

/// It is back.
pub fn note() {
    TIMES.with(|times| times.update(|times| *times += 1));
}

/// Calls `again` at each return, for as long as the owner lives.
pub fn each(again: impl Fn() + 'static) {
    Effect::new(move |before: Option<u32>| {
        let now = times();
        if before.is_some_and(|before| before != now) {
            untrack(&again);
        }
        now
    });
}

/// Follows the browser's own opinion. Call it once, in the owner that lives as long as the page.
pub fn watch() {
    let heard = window_event_listener(ev::online, |_| note());
    on_cleanup(move || heard.remove());
}
