//! Several tabs of one person: one of them owns the stored outbox, so that two tabs never give
//! the same number to two operations.

use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = lockOrNot, catch)]
    async fn lock_or_not(name: &str) -> Result<JsValue, JsValue>;
}

/// Takes the lock `name` for as long as this tab lives; false when another tab has it, or when
/// the browser has no locks.
pub async fn own(name: &str) -> bool {
    lock_or_not(name).await.is_ok_and(|owned| owned.is_truthy())
}
