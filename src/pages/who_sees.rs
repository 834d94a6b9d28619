//! Who sees what, kind by kind.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::Page, features::who_sees::WhoSees, i18n::text, pages::more::back_to_more,
};

/// The table of the rules, as cards.
#[component]
pub fn WhoSeesPage() -> impl IntoView {
    view! {
        <Page title=text(Key::WhoSeesTitle) back=back_to_more() lead=text(Key::WhoSeesLead)>
            <WhoSees/>
        </Page>
    }
    .into_any()
}
