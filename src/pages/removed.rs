//! What was removed in the last 30 days.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{ready::WhenReady, removed::list::RemovedList},
    i18n::text,
    paths::Path,
};

/// The list with the way back.
#[component]
pub fn RemovedPage() -> impl IntoView {
    let back = Back { href: Path::Plan.href(), name: text(Key::NavPlan) };
    view! {
        <Page title=text(Key::RemovedTitle) lead=text(Key::RemovedLead) back=back>
            <WhenReady><RemovedList/></WhenReady>
        </Page>
    }
    .into_any()
}
