//! The months of the duo.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{ready::WhenReady, story::page::StoryWork},
    i18n::text,
    paths::Path,
};

/// The picture, the words, the table.
#[component]
pub fn StoryPage() -> impl IntoView {
    let back = Back { href: Path::More.href(), name: text(Key::NavMore) };
    view! {
        <Page title=text(Key::StoryTitle) lead=text(Key::StoryLead) back=back>
            <WhenReady><StoryWork/></WhenReady>
        </Page>
    }
    .into_any()
}
