//! Files that the person takes along: made here, or by an answer that only a request with words
//! gets. What they hold, and where they come from, is the caller's business.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/platform/transfer.js")]
extern "C" {
    #[wasm_bindgen(js_name = fileSave)]
    fn file_save(name: &str, kind: &str, content: &str);
    #[wasm_bindgen(js_name = filePost, catch)]
    async fn file_post(url: &str, body: &str, name: &str, seconds: u32)
    -> Result<JsValue, JsValue>;
}

/// Gives the person a file with this text.
pub fn save(name: &str, kind: &str, content: &str) {
    file_save(name, kind, content);
}

/// Sends JSON to `url` and gives the person the file that comes back. The status, and the body of
/// an answer that is no file; `None` when none came.
pub async fn post(url: &str, body: &str, name: &str, seconds: u32) -> Option<(u16, String)> {
    let answer = file_post(url, body, name, seconds).await.ok()?;
    let parts = answer.dyn_ref::<Array>()?;
    // A status has three digits.
    let status = parts.get(0).as_f64()? as u16;
    (status > 0).then(|| (status, parts.get(1).as_string().unwrap_or_default()))
}
