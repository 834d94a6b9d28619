//! A break of the duo.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{breaks::BreakWork, ready::WhenReady},
    i18n::text,
    paths::Path,
};

/// Until when; no reason is asked.
#[component]
pub fn BreakPage() -> impl IntoView {
    let back = Back { href: Path::More.href(), name: text(Key::NavMore) };
    view! {
        <Page title=text(Key::BreakTitle) lead=text(Key::BreakLead) back=back>
            <WhenReady><BreakWork/></WhenReady>
        </Page>
    }
    .into_any()
}
