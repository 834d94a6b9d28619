//! A button that opens a part of the page under it, made only when it is wanted.

use leptos::prelude::*;

use crate::components::{
    button::{Button, ButtonKind},
    icon::IconName,
};

/// A button with `aria-expanded`, then what it opens; the focus stays on the button.
///
/// Unlike a `Disclosure` the content starts anew at each opening, and the caller can close it.
#[component]
pub fn Unfold(
    /// The words on the button.
    #[prop(into)]
    label: Signal<String>,
    /// What it is about, for people who hear the button alone.
    #[prop(optional, into)]
    about: Option<Signal<String>>,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// How the button looks.
    #[prop(default = ButtonKind::Quiet)]
    kind: ButtonKind,
    /// A picture before the words.
    #[prop(default = IconName::Pencil)]
    icon: IconName,
    /// Element id of the button.
    #[prop(into)]
    id: String,
    /// What it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let about = about.unwrap_or_default();
    let toggle = move |()| open.update(|open| *open = !*open);
    view! {
        <Button label about expanded=open id kind icon on_press=toggle/>
        {move || open.get().then(|| view! { <div class="unfold">{children()}</div> })}
    }
}
