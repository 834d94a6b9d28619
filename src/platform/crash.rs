//! What is left to say when the app cannot go on.
//!
//! A panic stops the program; the browser tells that to the script in `index.html`, which shows
//! the notice. Nothing of it runs here.

/// Shows the static notice of `index.html`, which offers to reload.
pub fn show_notice() {
    if let Some(notice) = leptos::prelude::document().get_element_by_id("crash") {
        // Nothing better is left to do when even this fails.
        let _ = notice.remove_attribute("hidden");
    }
}

/// From now on a panic says in the console what it was. Not in the app as `cargo xtask` ships it:
/// there a panic has no words (`xtask/src/split.rs`).
#[cfg(not(feature = "split"))]
pub fn install_hook() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
    }));
}
