//! Whom a coordinator is to call.

use leptos::prelude::*;
use words::Key;

use crate::{components::page::Page, features::talks::calendar::CallList, i18n::text};

/// The contact calendar of the coordinator's branches.
#[component]
pub fn ContactCalendarPage() -> impl IntoView {
    view! {
        <Page title=text(Key::CallListTitle) lead=text(Key::CallListLead)>
            <CallList/>
        </Page>
    }
    .into_any()
}
