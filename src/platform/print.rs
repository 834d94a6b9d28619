//! Opens the print dialog.

use leptos::prelude::window;

/// Prints the page; `style/print.css` decides what is on the paper.
pub fn print() {
    // Refused only inside a sandboxed frame, which the content policy excludes.
    let _ = window().print();
}
