//! What the first screen of the next visit shows before the app runs: `index.html` draws it.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = sketchKeep, catch)]
    fn sketch_keep() -> Result<(), wasm_bindgen::JsValue>;
    #[wasm_bindgen(js_name = sketchForget, catch)]
    fn sketch_forget() -> Result<(), wasm_bindgen::JsValue>;
}

/// Keeps the words of the page as they stand now: a copy of this week.
pub fn keep() {
    // Full or refused storage: the next visit then begins with the plain words.
    let _ = sketch_keep();
}

/// Forgets the copy.
pub fn forget() {
    // Where storage is refused there is no copy.
    let _ = sketch_forget();
}
