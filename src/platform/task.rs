//! Runs what takes time before the app stands: Leptos starts its own executor when it mounts.

/// Runs a future on the page's thread.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}
