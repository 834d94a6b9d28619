//! A file that a person chose: made ready to travel, then sent.
//!
//! What it may be, and where it goes, is the caller's business.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = filePrepare, catch)]
    async fn file_prepare(id: &str, side: u32, most: u32) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = filePut, catch)]
    async fn file_put(
        url: &str,
        name: &str,
        content: &JsValue,
        seconds: u32,
        tell: &Closure<dyn Fn(f64)>,
    ) -> Result<JsValue, JsValue>;
}

/// A file that is ready to travel. Pictures were made smaller.
#[derive(Clone, Debug)]
pub struct Ready {
    /// Its name, without folders.
    pub name: String,
    /// How many bytes will travel.
    pub bytes: f64,
    /// Its first eight bytes in hexadecimal; empty when it is too large to be read.
    pub head: String,
    /// SHA-256 of the bytes in hexadecimal; empty when it is too large to be read.
    pub sha256: String,
    content: JsValue,
}

/// The file chosen in the input with this id. Pictures are drawn anew with `side` pixels at most
/// on their longest side; what is then larger than `most` bytes is not read.
///
/// # Errors
/// Nothing more is known than that the browser could not read it.
pub async fn prepare(input: &str, side: u32, most: u32) -> Result<Option<Ready>, ()> {
    let found = file_prepare(input, side, most).await.map_err(drop)?;
    let Some(parts) = found.dyn_ref::<Array>() else { return Ok(None) };
    let text = |place: u32| parts.get(place).as_string().unwrap_or_default();
    Ok(Some(Ready {
        name: text(0),
        bytes: parts.get(1).as_f64().unwrap_or_default(),
        head: text(2),
        sha256: text(3),
        content: parts.get(4),
    }))
}

/// Sends a file to `url`, with its name as the query `name`, and tells how much has left, from 0
/// to 100. The status and the body of the answer; `None` when none came.
pub async fn put(
    url: &str,
    file: &Ready,
    seconds: u32,
    tell: impl Fn(f64) + 'static,
) -> Option<(u16, String)> {
    let tell = Closure::<dyn Fn(f64)>::new(tell);
    let answer = file_put(url, &file.name, &file.content, seconds, &tell).await.ok()?;
    let parts = answer.dyn_ref::<Array>()?;
    // A status has three digits.
    let status = parts.get(0).as_f64()? as u16;
    (status > 0).then(|| (status, parts.get(1).as_string().unwrap_or_default()))
}
