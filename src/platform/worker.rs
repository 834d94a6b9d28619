//! The service worker (`sw/sw.js`): the app without a network, and new versions of it.

use wasm_bindgen::{JsValue, closure::Closure, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = workerStart)]
    fn worker_start(tell: &Closure<dyn Fn()>, alone: bool);
    #[wasm_bindgen(js_name = workerHear)]
    fn worker_hear(build: &str);
    #[wasm_bindgen(js_name = workerGone, catch)]
    async fn worker_gone() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = workerKeep)]
    fn worker_keep(lang: &str, all: bool);
    #[wasm_bindgen(js_name = workerUse)]
    fn worker_use();
}

/// Registers the worker. `waits` is called when a new version waits for the person, perhaps more
/// than once. `alone` says that no board is open, whose answers tell of a new build.
pub fn start(alone: bool, waits: impl Fn() + 'static) {
    let tell = Closure::<dyn Fn()>::new(waits);
    worker_start(&tell, alone);
    // The worker tells as long as the page lives.
    tell.forget();
}

/// Notes which build the server hands out now: another one than this page's is fetched.
pub fn hear(build: &str) {
    worker_hear(build);
}

/// Whether the server no longer has the parts of this build.
pub async fn is_gone() -> bool {
    worker_gone().await.is_ok_and(|gone| gone.is_truthy())
}

/// Has it keep the words of a language; with `all` every page of a board too, now and with each
/// new version.
pub fn keep(lang: &str, all: bool) {
    worker_keep(lang, all);
}

/// Loads the page anew, in the new version where one waits.
pub fn take_new() {
    worker_use();
}
