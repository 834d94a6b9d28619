//! The duos of a mentor.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::Page, features::boards::MyBoards, i18n::text, pages::more::back_to_more,
};

/// The list, with a way to open another one.
#[component]
pub fn BoardsPage() -> impl IntoView {
    view! {
        <Page title=text(Key::BoardsTitle) back=back_to_more() lead=text(Key::BoardsLead)>
            <MyBoards/>
        </Page>
    }
    .into_any()
}
