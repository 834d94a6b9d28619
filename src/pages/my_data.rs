//! What is kept of the person, how to take it along, how to erase it.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::Page,
    features::my_data::{
        end::EndAccount,
        kept::{TakeData, WhatIsKept},
    },
    i18n::{t, text},
    paths::Path,
};

/// Three cards, the gentlest first.
#[component]
pub fn MyDataPage() -> impl IntoView {
    view! {
        <Page title=text(Key::MyDataTitle) lead=text(Key::MyDataLead)>
            <WhatIsKept/>
            <p><a class="link" href=Path::WhoSees.href()>{move || t(Key::WhoSeesTitle)}</a></p>
            <TakeData/>
            <EndAccount/>
        </Page>
    }
    .into_any()
}
