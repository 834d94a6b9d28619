//! Whether a person can really see something: the page is in front, and it is on the screen.

use leptos::prelude::{document, window};

/// True while the page is in front and the middle of the element with this id is on the screen.
#[must_use]
pub fn is_seen(id: &str) -> bool {
    if document().hidden() {
        return false;
    }
    let Some(element) = document().get_element_by_id(id) else { return false };
    let bounds = element.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    let middle = bounds.top() + bounds.height() / 2.0;
    bounds.height() > 0.0 && middle >= 0.0 && height.is_some_and(|height| middle <= height)
}
