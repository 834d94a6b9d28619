//! Copies a text for the person, and says honestly whether it worked.

use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = copyText, catch)]
    async fn copy_text(text: &str) -> Result<JsValue, JsValue>;
}

/// False where the browser offers no clipboard, or the person refused it.
pub async fn copy(text: &str) -> bool {
    copy_text(text).await.is_ok_and(|copied| copied.is_truthy())
}
