//! What the two promise each other.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{agreement::AgreementWork, ready::WhenReady},
    i18n::text,
    paths::Path,
};

/// The agreement with its signatures.
#[component]
pub fn AgreementPage() -> impl IntoView {
    let back = Back { href: Path::More.href(), name: text(Key::NavMore) };
    view! {
        <Page title=text(Key::AgreementTitle) lead=text(Key::AgreementLead) back=back>
            <WhenReady><AgreementWork/></WhenReady>
        </Page>
    }
    .into_any()
}
