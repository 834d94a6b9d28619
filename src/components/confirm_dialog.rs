//! Yes or no, before something that is hard to take back.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        dialog::Dialog,
    },
    i18n,
};

/// A dialog with two answers, the safe one first: the focus starts on it.
#[component]
pub fn ConfirmDialog(
    /// Whether it is open; both answers close it.
    open: RwSignal<bool>,
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// What will happen, and what stays safe.
    #[prop(optional, into)]
    text: Option<Signal<String>>,
    /// The words on the button that goes on.
    #[prop(into)]
    confirm_label: Signal<String>,
    /// How that button looks.
    #[prop(default = ButtonKind::Stop)]
    kind: ButtonKind,
    /// Called when the person goes on.
    #[prop(into)]
    on_confirm: Callback<()>,
) -> impl IntoView {
    let confirm = move |()| {
        open.set(false);
        on_confirm.run(());
    };
    let cancel = move |()| open.set(false);
    view! {
        <Dialog open=open title=title on_close=cancel>
            {text.map(|text| view! { <p>{text}</p> })}
            <div class="dialog__actions">
                <Button
                    label=i18n::text(Key::ActionCancel)
                    kind=ButtonKind::Quiet
                    on_press=cancel
                />
                <Button label=confirm_label kind=kind on_press=confirm/>
            </div>
        </Dialog>
    }
}
