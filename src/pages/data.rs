//! How much data the app uses, and how to make it less.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::Page,
    features::data_use::{DataChoice, DataKept, DataUsed},
    i18n::text,
    pages::more::back_to_more,
};

/// The choice, then the numbers.
#[component]
pub fn DataPage() -> impl IntoView {
    view! {
        <Page title=text(Key::DataTitle) back=back_to_more() lead=text(Key::DataLead)>
            <DataChoice/>
            <DataUsed/>
            <DataKept/>
        </Page>
    }
    .into_any()
}
