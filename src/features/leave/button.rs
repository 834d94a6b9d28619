//! The button that leaves this device; it stands on every signed-in screen.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::button::{Button, ButtonKind},
    features::asides::{ASIDES, Aside},
    i18n::text,
};

/// Asks first.
#[component]
pub fn LeaveDevice(
    /// How the button looks.
    #[prop(optional)]
    kind: ButtonKind,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let asked = Memo::new(move |before: Option<&bool>| before == Some(&true) || open.get());
    let question = move || asked.get().then(|| ASIDES.part(Aside::Leave(open)));
    view! {
        <Button label=text(Key::LeaveShort) kind=kind on_press=move |()| open.set(true)/>
        {question}
    }
}
