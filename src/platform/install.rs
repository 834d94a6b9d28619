//! Putting the app on the home screen, as far as the browser lets a page offer it.

use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = installWay)]
    fn install_way() -> String;
    #[wasm_bindgen(js_name = installAsk, catch)]
    async fn install_ask() -> Result<JsValue, JsValue>;
}

/// How the app comes onto the home screen here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is there: this window was opened from it.
    Done,
    /// The browser asks when we ask it to.
    Ask,
    /// By hand, as on an iPhone or iPad.
    Apple,
    /// By hand, in the menu of the browser.
    Menu,
}

/// The way on this device now.
#[must_use]
pub fn way() -> Way {
    match install_way().as_str() {
        "done" => Way::Done,
        "ask" => Way::Ask,
        "apple" => Way::Apple,
        _ => Way::Menu,
    }
}

/// Lets the browser ask; true when the person said yes.
pub async fn ask() -> bool {
    install_ask().await.is_ok_and(|said| said.is_truthy())
}
