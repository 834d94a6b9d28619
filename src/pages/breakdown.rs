//! One year’s duos by group.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::breakdown::work::BreakdownWork,
    i18n::text,
    paths::Path,
};

/// The page under the figures.
#[component]
pub fn BreakdownPage() -> impl IntoView {
    let back = Back { href: Path::Figures.href(), name: text(Key::FiguresTitle) };
    view! {
        <Page title=text(Key::BreakdownTitle) lead=text(Key::BreakdownLead) back=back>
            <BreakdownWork/>
        </Page>
    }
    .into_any()
}
