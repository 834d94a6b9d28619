//! The service worker (`sw/sw.js`): the app without a network, and new versions of it.

use wasm_bindgen::{closure::Closure, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = workerStart)]
    fn worker_start(tell: &Closure<dyn Fn()>);
    #[wasm_bindgen(js_name = workerKeep)]
    fn worker_keep(lang: &str, all: bool);
    #[wasm_bindgen(js_name = workerUse)]
    fn worker_use();
}

/// Registers the worker. `waits` is called when a new version waits for the person, perhaps more
/// than once.
pub fn start(waits: impl Fn() + 'static) {
    let tell = Closure::<dyn Fn()>::new(waits);
    worker_start(&tell);
    // The worker tells as long as the page lives.
    tell.forget();
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
