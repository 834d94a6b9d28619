//! Who changed what, and when, on the whole board.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::Page,
    features::{history::list::HistoryList, ready::WhenReady},
    i18n::text,
    pages::more::back_to_more,
};

/// The past, newest first.
#[component]
pub fn HistoryPage() -> impl IntoView {
    view! {
        <Page title=text(Key::HistoryTitle) back=back_to_more() lead=text(Key::HistoryLead)>
            <WhenReady><HistoryList/></WhenReady>
        </Page>
    }
    .into_any()
}
