//! Half-typed words that must survive a reload of this tab, and nothing longer.
//!
//! Whether the device may keep them at all is the caller's decision.

use leptos::prelude::window;
use web_sys::Storage;

/// What was kept under this name in this tab.
#[must_use]
pub fn get(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps words under a name, where the browser lets us.
pub fn set(name: &str, words: &str) {
    if let Some(storage) = storage() {
        // Full or refused storage: the words then live as long as the page.
        let _ = storage.set_item(name, words);
    }
}

/// Forgets one name.
pub fn remove(name: &str) {
    if let Some(storage) = storage() {
        // As above.
        let _ = storage.remove_item(name);
    }
}

/// Forgets everything: the person leaves this device.
pub fn clear() {
    if let Some(storage) = storage() {
        // As above.
        let _ = storage.clear();
    }
}

fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}
