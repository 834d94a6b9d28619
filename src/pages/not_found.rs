//! An address that leads nowhere.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{link_button::LinkButton, page::Page},
    i18n::text,
    paths::Path,
};

/// Says so, and shows the way home.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <Page title=text(Key::MissingTitle) lead=text(Key::MissingLead)>
            <div><LinkButton label=text(Key::MissingStart) href=Path::Home.href()/></div>
        </Page>
    }
    .into_any()
}
