//! What the page asked for while the app was on its way (`index.html`): on a first visit the board is
//! here when the app is, and not two round trips after.

use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = earlyAnswer, catch)]
    async fn early_answer(path: &str) -> Result<JsValue, JsValue>;
}

/// The answer to a path of the API, once: nothing where it was not asked for, or did not come.
pub async fn take(path: &str) -> Option<web_sys::Response> {
    early_answer(path).await.ok()?.dyn_into().ok()
}
