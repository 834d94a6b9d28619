//! The way to the other duos, in the bar, for a mentor who has several.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    i18n::t,
    paths::Path,
};

/// A link to the list of one's duos.
#[component]
pub fn BoardsLink() -> impl IntoView {
    view! {
        <a class="topbar__back" href=Path::Boards.href()>
            <Icon name=IconName::Pair/>
            <span>{move || t(Key::NavDuos)}</span>
        </a>
    }
}
