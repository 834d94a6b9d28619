//! A page of another role.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{link_button::LinkButton, page::Page},
    i18n::text,
    paths::Path,
};

/// Says so, and shows the way to the person's own first page.
#[component]
pub fn NotAllowedPage() -> impl IntoView {
    view! {
        <Page title=text(Key::NotAllowedTitle) lead=text(Key::NotAllowedLead)>
            <div><LinkButton label=text(Key::MissingStart) href=Path::Home.href()/></div>
        </Page>
    }
    .into_any()
}
