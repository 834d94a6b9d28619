//! What a new mentor may see of what was there before them.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{ready::WhenReady, view_choice::ViewChoiceWork},
    i18n::text,
    paths::Path,
};

/// The choice, for the mentee.
#[component]
pub fn ViewChoicePage() -> impl IntoView {
    let back = Back { href: Path::Week.href(), name: text(Key::NavWeek) };
    view! {
        <Page title=text(Key::ViewChoiceTitlePlain) back=back>
            <WhenReady><ViewChoiceWork/></WhenReady>
        </Page>
    }
    .into_any()
}
