//! A panic leaves a page that looks alive and is dead: this makes it say so.

/// Shows the static notice of `index.html`, which offers to reload.
pub fn show_notice() {
    if let Some(notice) = leptos::prelude::document().get_element_by_id("crash") {
        // Nothing better is left to do when even this fails.
        let _ = notice.remove_attribute("hidden");
    }
}

/// From now on a panic is written to the console and shown to the person.
pub fn install_hook() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
        show_notice();
    }));
}
