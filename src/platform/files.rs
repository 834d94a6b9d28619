//! Reads the product's own static files. Data of people goes through `api`, never through here.

use gloo_net::http::Request;
use wasm_bindgen::prelude::wasm_bindgen;
use words::{Lang, Part};

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = wordsName)]
    fn words_name_at(shape: &str, place: u32) -> Option<String>;
}

/// The name of the file that holds these texts; nothing when the page belongs to another app.
#[must_use]
pub fn words_name(lang: Lang, part: Part) -> Option<String> {
    words_name_at(words::SHAPE, words::place(lang, part))
}

/// The text of a file, or `None` when it did not arrive.
pub async fn fetch_text(path: &str) -> Option<String> {
    let response = Request::get(path).send().await.ok()?;
    if response.ok() { response.text().await.ok() } else { None }
}
