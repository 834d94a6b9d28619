//! The voice of the device. Words never leave it: voices that live on the network are not used.

use std::cell::RefCell;

use wasm_bindgen::{JsValue, closure::Closure, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = speechHas, catch)]
    async fn speech_has(lang: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = speechSay)]
    fn speech_say(lang: &str, words: &str, done: &Closure<dyn Fn()>);
    #[wasm_bindgen(js_name = speechStop)]
    fn speech_stop();
}

thread_local! {
    // Kept while the browser may still call it.
    static DONE: RefCell<Option<Closure<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Whether the device can read this language aloud by itself.
pub async fn has_voice(lang: &str) -> bool {
    speech_has(lang).await.is_ok_and(|has| has.is_truthy())
}

/// Reads words aloud, instead of any others. `done` is called when they are over or stopped.
pub fn say(lang: &str, words: &str, done: impl Fn() + 'static) {
    let done = Closure::<dyn Fn()>::new(done);
    speech_say(lang, words, &done);
    // What spoke before was told in the call above.
    DONE.set(Some(done));
}

/// Falls silent.
pub fn stop() {
    speech_stop();
}
