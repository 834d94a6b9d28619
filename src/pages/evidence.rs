//! What quality labels ask for.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::evidence::EvidenceWork,
    i18n::text,
    paths::Path,
};

/// The page under the figures.
#[component]
pub fn EvidencePage() -> impl IntoView {
    let back = Back { href: Path::Figures.href(), name: text(Key::FiguresTitle) };
    view! {
        <Page title=text(Key::EvidenceTitle) lead=text(Key::EvidenceLead) back=back>
            <EvidenceWork/>
        </Page>
    }
    .into_any()
}
