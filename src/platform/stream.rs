//! A stream of server-sent events. When to open it again is the caller's decision: the browser's
//! own way of reconnecting knows neither back-off nor a new starting point.

use wasm_bindgen::{JsValue, closure::Closure, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = streamOpen)]
    fn stream_open(url: &str, tell: &Closure<dyn Fn(String, String)>) -> JsValue;
    #[wasm_bindgen(js_name = streamClose)]
    fn stream_close(handle: &JsValue);
}

/// An open stream; dropping it closes it.
pub struct Stream {
    handle: JsValue,
    _tell: Closure<dyn Fn(String, String)>,
}

impl Stream {
    /// Opens a stream. `tell` gets the event's name (`open`, `message`, `beat`, `reset`,
    /// `closed`) and its data. After `closed` nothing more comes.
    pub fn open(url: &str, tell: impl Fn(&str, &str) + 'static) -> Self {
        let tell = Closure::<dyn Fn(String, String)>::new(move |name: String, data: String| {
            tell(&name, &data);
        });
        Self { handle: stream_open(url, &tell), _tell: tell }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        stream_close(&self.handle);
    }
}
