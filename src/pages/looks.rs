//! Who of the association looked at what.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::looks::LooksAtMe,
    i18n::text,
    paths::Path,
};

/// Day by day, the newest first.
#[component]
pub fn LooksPage() -> impl IntoView {
    let back = Back { href: Path::MyData.href(), name: text(Key::MyDataTitle) };
    view! {
        <Page title=text(Key::LooksTitle) lead=text(Key::LooksLead) back=back>
            <LooksAtMe/>
        </Page>
    }
    .into_any()
}
