//! Moves the keyboard focus. Only a person's own action may cause it, never a remote change.

use std::time::Duration;

use leptos::prelude::{document, set_timeout};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Focuses the element with this id once the pending changes are in the page.
pub fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    set_timeout(
        move || {
            focus_now(&id);
        },
        Duration::ZERO,
    );
}

/// Focuses the first of these ids that exists: after a removal, the next row, else the previous.
pub fn focus_first_soon(ids: Vec<String>) {
    set_timeout(
        move || {
            ids.iter().any(|id| focus_now(id));
        },
        Duration::ZERO,
    );
}

/// Focuses the element with this id; false when there is none.
pub fn focus_now(id: &str) -> bool {
    let element = html_element(id);
    // A detached element refuses focus; that is then as good as absent.
    element.is_some_and(|element| element.focus().is_ok())
}

/// Brings the label into view first, so that the question is seen above the soft keyboard.
pub fn focus_field(id: &str, label_id: &str) {
    if let Some(label) = document().get_element_by_id(label_id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Start);
        label.scroll_into_view_with_scroll_into_view_options(&options);
    }
    focus_now(id);
}

/// The id of the element that has the focus, to give it back later.
#[must_use]
pub fn focused_id() -> Option<String> {
    document().active_element().map(|element| element.id()).filter(|id| !id.is_empty())
}

/// True while the focus is on the element with this id or inside it.
#[must_use]
pub fn is_within(id: &str) -> bool {
    let element = document().get_element_by_id(id);
    element.is_some_and(|element| element.contains(document().active_element().as_deref()))
}

/// True while nothing has the focus: what had it went away.
#[must_use]
pub fn is_lost() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

fn html_element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
