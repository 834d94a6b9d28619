//! What holds for the whole association.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::office_settings::OfficeSettings,
    i18n::text,
    paths::Path,
};

/// Three numbers.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let back = Back { href: Path::More.href(), name: text(Key::NavMore) };
    view! {
        <Page title=text(Key::SettingsTitle) lead=text(Key::SettingsLead) back=back>
            <OfficeSettings/>
        </Page>
    }
    .into_any()
}
