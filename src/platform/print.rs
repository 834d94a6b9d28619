//! Opens the print dialog, and knows when paper is made.

use std::time::Duration;

use leptos::prelude::*;

/// Prints the page; `style/later/print.css` decides what is on the paper.
pub fn print() {
    // Refused only inside a sandboxed frame, which the content policy excludes.
    let _ = window().print();
}

/// Prints once the pending changes are in the page.
pub fn print_soon() {
    set_timeout(print, Duration::ZERO);
}

/// True from the moment somebody wants paper, by whichever way, until the paper is made.
#[must_use]
pub fn watch() -> RwSignal<bool> {
    let printing = RwSignal::new(false);
    for (event, now) in [("beforeprint", true), ("afterprint", false)] {
        let handle = window_event_listener_untyped(event, move |_| printing.set(now));
        on_cleanup(move || handle.remove());
    }
    printing
}
