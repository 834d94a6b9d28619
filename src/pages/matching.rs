//! Who could become a duo.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::matching::work::MatchingWork,
    i18n::text,
    paths::Path,
};

/// Suggestions; people decide.
#[component]
pub fn MatchingPage() -> impl IntoView {
    let back = Back { href: Path::People.href(), name: text(Key::PeopleOfTitle) };
    view! {
        <Page title=text(Key::MatchingTitle) lead=text(Key::MatchingLead) back=back>
            <MatchingWork/>
        </Page>
    }
    .into_any()
}
