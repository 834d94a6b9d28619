//! What is kept of the person, how to take it along, how to erase it.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::Page,
    features::{
        my_data::{
            end::EndAccount,
            kept::{TakeData, WhatIsKept},
        },
        retention::HowLong,
    },
    i18n::{t, text},
    pages::more::back_to_more,
    paths::Path,
};

/// What else is about the person's own words.
const LINKS: [(Path, Key); 3] = [
    (Path::WhoSees, Key::WhoSeesTitle),
    (Path::Looks, Key::LooksTitle),
    (Path::Consents, Key::ConsentTitle),
];

/// The cards, the gentlest first.
#[component]
pub fn MyDataPage() -> impl IntoView {
    let links = || {
        let link = |(path, name): (Path, Key)| {
            view! { <li><a class="link" href=path.href()>{move || t(name)}</a></li> }
        };
        LINKS.map(link).into_iter().collect_view()
    };
    view! {
        <Page title=text(Key::MyDataTitle) back=back_to_more() lead=text(Key::MyDataLead)>
            <WhatIsKept/>
            <HowLong/>
            <ul class="stack stack--tight">{links()}</ul>
            <TakeData/>
            <EndAccount/>
        </Page>
    }
    .into_any()
}
