//! Duos from a file.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::imports::work::Imports,
    i18n::text,
    paths::Path,
};

/// The file, its rows, the last lists.
#[component]
pub fn ImportDuosPage() -> impl IntoView {
    let back = Back { href: Path::Duos.href(), name: text(Key::DuosTitle) };
    view! {
        <Page title=text(Key::ImportTitle) lead=text(Key::ImportLead) back=back>
            <Imports/>
        </Page>
    }
    .into_any()
}
