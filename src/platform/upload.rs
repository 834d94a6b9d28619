//! A file that a person chose: made ready to travel, kept for when there is a network, then sent.
//!
//! What it may be, and where it goes, is the caller's business.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};

use crate::platform::db::{Db, DbError, Store};

#[wasm_bindgen(module = "/src/platform/transfer.js")]
extern "C" {
    #[wasm_bindgen(js_name = filePrepare, catch)]
    async fn file_prepare(id: &str, side: u32, most: u32) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = filePut, catch)]
    async fn file_put(
        url: &str,
        name: &str,
        content: &JsValue,
        seconds: u32,
    ) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = fileSend, catch)]
    async fn file_send(
        url: &str,
        place: Option<String>,
        name: &str,
        sha256: &str,
        content: &JsValue,
        tell: &Closure<dyn Fn(String, f64)>,
    ) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = fileKeep, catch)]
    async fn file_keep(
        base: &str,
        id: &str,
        about: &str,
        content: &JsValue,
    ) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = fileForget, catch)]
    async fn file_forget(base: &str, id: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = fileHeld, catch)]
    async fn file_held(base: &str, id: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = fileGive)]
    fn file_give(name: &str, content: &JsValue);
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

impl Ready {
    /// Gives the person the file itself.
    pub fn give(&self) {
        file_give(&self.name, &self.content);
    }
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

/// Sends a file to `url` in one go, with its name as the query `name`. The status and the body of
/// the answer; `None` when none came.
pub async fn put(url: &str, file: &Ready, seconds: u32) -> Option<(u16, String)> {
    answer(file_put(url, &file.name, &file.content, seconds).await)
}

/// Sends a file piece by piece to `url`, from where it was cut when it has a `place` there. `tell`
/// gets that place and how much has arrived, from 0 to 100. The status and the body of the last
/// answer; `None` when none came.
pub async fn send(
    url: &str,
    place: Option<String>,
    file: &Ready,
    tell: impl Fn(String, f64) + 'static,
) -> Option<(u16, String)> {
    let tell = Closure::<dyn Fn(String, f64)>::new(tell);
    answer(file_send(url, place, &file.name, &file.sha256, &file.content, &tell).await)
}

fn answer(found: Result<JsValue, JsValue>) -> Option<(u16, String)> {
    let found = found.ok()?;
    let parts = found.dyn_ref::<Array>()?;
    // A status has three digits.
    let status = parts.get(0).as_f64()? as u16;
    (status > 0).then(|| (status, parts.get(1).as_string().unwrap_or_default()))
}

/// Keeps what is known of a file in the database `base`, and its bytes when they are given.
///
/// # Errors
/// The browser could not write; nothing of it is stored then.
pub async fn keep(base: &str, id: &str, about: &str, file: Option<&Ready>) -> Result<(), DbError> {
    let nothing = JsValue::UNDEFINED;
    let content = file.map_or(&nothing, |file| &file.content);
    file_keep(base, id, about, content).await?;
    Ok(())
}

/// Forgets a file that was kept. One that is not there is no trouble.
pub async fn forget(base: &str, id: &str) {
    // What cannot be forgotten now is found again at the next start.
    let _ = file_forget(base, id).await;
}

/// What is known of all files that are kept.
pub async fn all(base: &str) -> Vec<String> {
    let Ok(db) = Db::open(base).await else { return Vec::new() };
    let found = db.all(Store::Kv).await.unwrap_or_default();
    db.close();
    found.into_iter().map(|(_, about)| about).collect()
}

/// A file that was kept; `None` when its bytes are not there.
///
/// # Errors
/// The browser could not read.
pub async fn held(
    base: &str,
    id: &str,
    name: &str,
    sha256: &str,
    bytes: f64,
) -> Result<Option<Ready>, DbError> {
    let content = file_held(base, id).await?;
    let (name, sha256) = (name.to_owned(), sha256.to_owned());
    let ready = Ready { name, bytes, head: String::new(), sha256, content };
    Ok(ready.content.is_object().then_some(ready))
}
