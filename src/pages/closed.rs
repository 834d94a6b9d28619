//! The plan is no longer open to this person: kindly, and without blame.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::Page,
    features::asides::{ASIDES, Aside},
    i18n::text,
};

/// Says why it may be, and whom to ask.
#[component]
pub fn ClosedPage() -> impl IntoView {
    view! {
        <Page title=text(Key::ClosedTitle) lead=text(Key::ClosedLead)>
            {ASIDES.page(Aside::Help)}
        </Page>
    }
    .into_any()
}
