//! What the association aims at, and what it may cost.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::targets::work::TargetsWork,
    i18n::text,
    paths::Path,
};

/// The page under the figures.
#[component]
pub fn TargetsPage() -> impl IntoView {
    let back = Back { href: Path::Figures.href(), name: text(Key::FiguresTitle) };
    view! {
        <Page title=text(Key::TargetsTitle) lead=text(Key::TargetsLead) back=back>
            <TargetsWork/>
        </Page>
    }
    .into_any()
}
