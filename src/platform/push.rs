//! Reminders while the app is closed: what the browser can do, and its address for them.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = pushState, catch)]
    async fn push_state() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = pushStart, catch)]
    async fn push_start(key: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = pushStop, catch)]
    async fn push_stop() -> Result<JsValue, JsValue>;
}

/// What the browser can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Push {
    /// Nothing, or the page is not a secure one.
    Unsupported,
    /// It can once the app is on the home screen, as on an iPhone.
    Install,
    /// The person told the browser not to.
    Denied,
    /// It can be asked.
    Off,
    /// It listens.
    On,
}

/// An address at the browser's push service, and the two keys for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Where.
    pub endpoint: String,
    /// The browser's public key.
    pub p256dh: String,
    /// Its secret.
    pub auth: String,
}

/// What the browser can do now.
pub async fn state() -> Push {
    let said = push_state().await.ok().and_then(|said| said.as_string());
    match said.as_deref() {
        Some("install") => Push::Install,
        Some("denied") => Push::Denied,
        Some("off") => Push::Off,
        Some("on") => Push::On,
        _ => Push::Unsupported,
    }
}

/// Asks the person, by the browser's own question, and then the browser for an address; nothing
/// when the person said no.
///
/// # Errors
/// When the browser does not give one: it may not reach its push service.
pub async fn start(key: &str) -> Result<Option<Address>, ()> {
    let found = push_start(key).await.map_err(drop)?;
    let Some(parts) = found.dyn_ref::<Array>() else { return Ok(None) };
    let text = |place: u32| parts.get(place).as_string().unwrap_or_default();
    Ok(Some(Address { endpoint: text(0), p256dh: text(1), auth: text(2) }))
}

/// Has the browser forget its address.
pub async fn stop() {
    // The server forgets it in any case.
    drop(push_stop().await);
}
