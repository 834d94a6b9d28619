//! Reminders that need no open app.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::Page, features::reminder_settings::ReminderSettings, i18n::text,
    pages::more::back_to_more,
};

/// On this device, what for, and when not.
#[component]
pub fn RemindersPage() -> impl IntoView {
    view! {
        <Page title=text(Key::RemindTitle) lead=text(Key::RemindLead) back=back_to_more()>
            <ReminderSettings/>
        </Page>
    }
    .into_any()
}
