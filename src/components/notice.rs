//! A short message that stands in the page.

use leptos::prelude::*;

use crate::components::icon::{Icon, IconName};

/// What kind of message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    #[default]
    Info,
    /// Something worked.
    Success,
    /// Have a look.
    Attend,
    /// Something did not work.
    Error,
}

/// Words with a picture and a coloured edge. Not a live region.
#[component]
pub fn Notice(
    /// What kind of message.
    #[prop(optional)]
    kind: NoticeKind,
    /// The message.
    children: Children,
) -> impl IntoView {
    let (class, icon) = match kind {
        NoticeKind::Info => ("notice", IconName::Info),
        NoticeKind::Success => ("notice notice--success", IconName::Check),
        NoticeKind::Attend => ("notice notice--attend", IconName::Clock),
        NoticeKind::Error => ("notice notice--error", IconName::Alert),
    };
    view! {
        <div class=class>
            <Icon name=icon/>
            <div class="stack stack--tight">{children()}</div>
        </div>
    }
}
