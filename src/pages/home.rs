//! The address `/`: leads to the first page of the person's role.

use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::{components::loading::Loading, paths::Path, state::session::SessionState};

/// The duos for staff, this week for everybody else. It leaves no trace in the history.
#[component]
pub fn HomePage() -> impl IntoView {
    let session = SessionState::expect();
    let navigate = use_navigate();
    Effect::new(move |_| {
        let is_staff = session.session().is_some_and(|session| session.role.is_staff());
        let first = if is_staff { Path::Duos } else { Path::Week };
        navigate(&first.href(), NavigateOptions { replace: true, ..NavigateOptions::default() });
    });
    view! { <Loading/> }
}
