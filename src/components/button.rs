//! What a person presses to make something happen on this page.

use leptos::prelude::*;

use crate::components::icon::{Icon, IconName};

/// How much a button asks for attention. One `Main` per page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The obvious next action.
    #[default]
    Main,
    /// Another choice of the same rank.
    Quiet,
    /// Looks like a link.
    Plain,
    /// Removes or ends something.
    Stop,
}

impl ButtonKind {
    /// The CSS classes, shared with links that look like buttons.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Main => "button",
            Self::Quiet => "button button--quiet",
            Self::Plain => "button button--plain",
            Self::Stop => "button button--stop",
        }
    }
}

/// A native `button`; never disabled, because a disabled button cannot say why.
///
/// Its accessible name is its visible text.
#[component]
pub fn Button(
    /// The words on it: a verb.
    #[prop(into)]
    label: Signal<String>,
    /// How it looks.
    #[prop(optional)]
    kind: ButtonKind,
    /// A picture before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// True inside a form: pressing it sends the form.
    #[prop(optional)]
    submit: bool,
    /// What it is about, for people who hear the button alone: "Edit" then says "Edit: my step".
    #[prop(optional, into)]
    about: Option<Signal<String>>,
    /// Whether what it opens is open, where it opens something in the page.
    #[prop(optional, into)]
    expanded: Option<Signal<bool>>,
    /// Element id, where the focus may have to return.
    #[prop(optional, into)]
    id: Option<String>,
    /// Called when pressed.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let press = move |_| {
        if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            id=id
            class=kind.class()
            type=if submit { "submit" } else { "button" }
            aria-expanded=move || expanded.map(|open| if open.get() { "true" } else { "false" })
            on:click=press
        >
            {icon.map(|name| view! { <Icon name=name/> }.into_any())}
            <span>
                {label}
                {about.map(|about| view! { <span class="visually-hidden">" " <bdi>{about}</bdi></span> }.into_any())}
            </span>
        </button>
    }
}
