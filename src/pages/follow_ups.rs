//! Whom to ask how they are, some months after the start.

use leptos::prelude::*;
use words::Key;

use crate::{components::page::Page, features::follow_ups::list::FollowUps, i18n::text};

/// The list of a coordinator.
#[component]
pub fn FollowUpsPage() -> impl IntoView {
    view! {
        <Page title=text(Key::FollowUpTitle) lead=text(Key::FollowUpLead)>
            <FollowUps/>
        </Page>
    }
    .into_any()
}
