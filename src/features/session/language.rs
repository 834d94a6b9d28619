//! Keeps the language of the page and the language that the server knows in step.

use board::protocol::session::Session;
use leptos::{prelude::*, task::spawn_local};
use words::Lang;

use crate::{
    api, i18n,
    platform::prefs::{self, Pref},
    state::session::SessionState,
};

/// Shows the language of the person unless this device chose one, and tells the server of every
/// choice from now on.
pub fn follow(state: SessionState, session: &Session) {
    let wanted = Lang::from_tag(&session.lang);
    if prefs::get(Pref::Language).is_none()
        && let Some(lang) = wanted.filter(|lang| *lang != untrack(i18n::lang))
    {
        spawn_local(async move {
            // Without a network the page stays in the language it has.
            i18n::load(lang).await;
        });
    }
    i18n::on_choice(move |lang| {
        spawn_local(async move {
            // The device remembers the choice; the server learns it at the next one if not now.
            if let Ok(session) = api::session::set_language(lang.tag()).await {
                state.update(session).await;
            }
        });
    });
}
