//! Several tabs of one person: one of them owns the stored outbox, so that two tabs never give
//! the same number to two operations.

use std::cell::RefCell;

use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = lockOrNot, catch)]
    async fn lock_or_not(name: &str) -> Result<JsValue, JsValue>;
}

thread_local! {
    /// What this tab holds until it goes: asking again would find the lock taken, by itself.
    static HELD: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Takes the lock `name` for as long as this tab lives; false when another tab has it, or when
/// the browser has no locks.
pub async fn own(name: &str) -> bool {
    if HELD.with_borrow(|held| held.iter().any(|held| held == name)) {
        return true;
    }
    let owned = lock_or_not(name).await.is_ok_and(|owned| owned.is_truthy());
    if owned {
        HELD.with_borrow_mut(|held| held.push(name.to_owned()));
    }
    owned
}
