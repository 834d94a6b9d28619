//! A question that must be answered first.

use leptos::{html, prelude::*};

use crate::platform::ids;

/// A native modal `dialog` named by its heading.
///
/// The browser keeps the focus inside, closes on Esc and gives the focus back to what opened it.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// Called on Esc; the caller sets `open` to false.
    #[prop(into)]
    on_close: Callback<()>,
    /// Text and buttons.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let heading = ids::element_id("dialog");
    let labelled_by = heading.clone();
    Effect::new(move |_| {
        let (Some(dialog), open) = (node.get(), open.get()) else { return };
        if open && !dialog.open() {
            // Refused only for a dialog outside the page, which a mounted node is not.
            let _ = dialog.show_modal();
        } else if !open && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog
            class="dialog"
            node_ref=node
            aria-labelledby=labelled_by
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                on_close.run(());
            }
        >
            <div class="dialog__body">
                <h2 id=heading>{title}</h2>
                {children()}
            </div>
        </dialog>
    }
}
