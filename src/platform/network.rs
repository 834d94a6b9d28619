//! How much data the app may use: what the person told the browser, and what they told us.

use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::platform::prefs::{self, Pref};

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = dataKept, catch)]
    async fn data_kept() -> Result<JsValue, JsValue>;
}

/// The value of [`Pref::Data`] for as little as possible.
pub const LESS: &str = "less";
/// The value of [`Pref::Data`] for as always, whatever the browser asks for.
pub const ALL: &str = "all";

/// Whether to use less: no live stream, nothing fetched ahead. The person's own choice counts
/// before the browser's.
#[must_use]
pub fn saves_data() -> bool {
    match prefs::get(Pref::Data).as_deref() {
        Some(LESS) => true,
        Some(ALL) => false,
        _ => browser_saves_data(),
    }
}

/// Whether they asked the browser for fewer bytes. Browsers that cannot say so count as no.
#[must_use]
pub fn browser_saves_data() -> bool {
    let connection = Reflect::get(&window().navigator(), &JsValue::from_str("connection"));
    connection
        .and_then(|connection| Reflect::get(&connection, &JsValue::from_str("saveData")))
        .is_ok_and(|saves| saves.is_truthy())
}

/// How many bytes of ours lie on this device, where the browser says it.
pub async fn kept_bytes() -> Option<f64> {
    data_kept().await.ok()?.as_f64()
}
