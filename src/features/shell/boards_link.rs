//! The way to the other duos, in the bar, for a mentor who has several.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    i18n::t,
    paths::Path,
    state::session::SessionState,
};

/// A link to the list of one's duos; nothing while there is one alone.
#[component]
pub fn BoardsLink() -> impl IntoView {
    let session = SessionState::expect();
    let several =
        Memo::new(move |_| session.session().is_some_and(|session| session.boards.len() > 1));
    move || {
        several.get().then(|| {
            view! {
                <a class="topbar__back" href=Path::Boards.href()>
                    <Icon name=IconName::Pair/>
                    <span>{move || t(Key::NavDuos)}</span>
                </a>
            }
            .into_any()
        })
    }
}
