//! The plan is no longer open to this person: kindly, and without blame.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::Page,
    features::asides::{ASIDES, Aside},
    i18n::text,
    state::session::SessionState,
};

/// Says why it may be, and whom to ask; what was written and not sent is there to copy.
#[component]
pub fn ClosedPage() -> impl IntoView {
    let person = untrack(|| SessionState::expect().session()).map(|session| session.person);
    let left = person.map(|person| ASIDES.quietly(Aside::LeftBehind(person)));
    view! {
        <Page title=text(Key::ClosedTitle) lead=text(Key::ClosedLead)>
            {left}
            {ASIDES.part(Aside::Help)}
        </Page>
    }
    .into_any()
}
