//! The plan is no longer open to this person: kindly, and without blame.

use leptos::prelude::*;
use words::Key;

use crate::{components::page::Page, i18n::text, features::more::help::Help};

/// Says why it may be, and whom to ask.
#[component]
pub fn ClosedPage() -> impl IntoView {
    view! {
        <Page title=text(Key::ClosedTitle) lead=text(Key::ClosedLead)>
            <Help/>
        </Page>
    }
    .into_any()
}
