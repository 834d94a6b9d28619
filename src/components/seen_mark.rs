//! The other person has read it.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    i18n::{t, tf},
};

/// "Seen by Cécile", or "Seen" without a name.
#[component]
pub fn SeenMark(
    /// Who has seen it.
    #[prop(optional, into)]
    name: Option<Signal<String>>,
) -> impl IntoView {
    let words = move || match name {
        Some(name) => name.with(|name| tf(Key::CommentSeenBy, &[("name", name)])),
        None => t(Key::CommentSeen),
    };
    view! {
        <span class="seen">
            <Icon name=IconName::Eye/>
            <span>{words}</span>
        </span>
    }
}
