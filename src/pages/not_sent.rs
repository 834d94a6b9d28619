//! What the server did not take, kept until the person decides.

use crate::{
    components::page::{Back, Page},
    features::not_sent::Tray,
    i18n::text,
    paths::Path,
};
use leptos::prelude::*;
use words::Key;

/// The tray under its heading.
#[component]
pub fn NotSentPage() -> impl IntoView {
    let back = Back { href: Path::More.href(), name: text(Key::MoreTitle) };
    view! {
        <Page title=text(Key::NotSentTitle) back=back>
            <Tray/>
        </Page>
    }
    .into_any()
}
