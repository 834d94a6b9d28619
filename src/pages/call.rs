//! “Please call me.”

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{calls::CallWork, ready::WhenReady},
    i18n::text,
    paths::Path,
};

/// What reaches the coordinator, and what came of it.
#[component]
pub fn CallPage() -> impl IntoView {
    let back = Back { href: Path::More.href(), name: text(Key::NavMore) };
    view! {
        <Page title=text(Key::CallTitle) lead=text(Key::CallLead) back=back>
            <WhenReady><CallWork/></WhenReady>
        </Page>
    }
    .into_any()
}
