//! Moves the keyboard focus. Only a person's own action may cause it, never a remote change.

use std::time::Duration;

use leptos::prelude::{document, set_timeout};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::platform::sight::is_seen;

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

/// As [`focus_soon`], on a page that is still filling up: what arrives above the element does not
/// leave it below the screen. Whoever scrolls or moves on in the meantime is left in peace.
pub fn focus_while_filling(id: impl Into<String>) {
    let id = id.into();
    focus_soon(id.clone());
    keep_in_sight(id, None, LOOKS);
}

/// How often, and after what time each, the element is looked for again.
const LOOKS: u8 = 100;
const LOOK: Duration = Duration::from_millis(100);

/// `height` is that of the page when the element was last brought back.
fn keep_in_sight(id: String, height: Option<i32>, left: u8) {
    set_timeout(
        move || {
            let Some(element) = html_element(&id).filter(|_| left > 0 && is_within(&id)) else {
                return;
            };
            let mut known = height;
            if !is_seen(&id) {
                let now = document().document_element().map(|page| page.scroll_height());
                // Nothing arrived: somebody scrolled, and is left in peace.
                if now == height {
                    return;
                }
                element.scroll_into_view();
                known = now;
            }
            keep_in_sight(id, known, left - 1);
        },
        LOOK,
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
