//! Notices that a person is there: a finger, a mouse or a key. What they do stays unknown.

use leptos::{ev, prelude::*};
use wasm_bindgen::prelude::wasm_bindgen;

/// Calls `note` at every press and key, until the owner goes.
pub fn watch(note: impl Fn() + Clone + 'static) {
    let key = note.clone();
    let handles = [
        window_event_listener(ev::pointerdown, move |_| note()),
        window_event_listener(ev::keydown, move |_| key()),
    ];
    on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
}

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = pageBusy)]
    fn page_busy() -> bool;
}

/// Whether somebody types, has typed something that is not sent, or has something to decide first.
#[must_use]
pub fn is_busy() -> bool {
    page_busy()
}
