//! What I agree to.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::consents::own::MyConsents,
    i18n::text,
    paths::Path,
};

/// A card for each purpose.
#[component]
pub fn ConsentsPage() -> impl IntoView {
    let back = Back { href: Path::MyData.href(), name: text(Key::MyDataTitle) };
    view! {
        <Page title=text(Key::ConsentTitle) lead=text(Key::ConsentLead) back=back>
            <MyConsents/>
        </Page>
    }
    .into_any()
}
