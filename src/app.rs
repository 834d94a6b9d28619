//! The root: which of the doors a person stands at, before any page.

mod board_pages;
mod duo;
mod funder;
mod routes;
mod signed_in;
mod staff;
mod staff_pages;

use leptos::prelude::*;
use leptos_router::{components::Router, hooks::use_location};

use crate::{
    app::{
        signed_in::SignedIn,
        staff_pages::{OTHER, OtherPage},
    },
    components::{
        icon::IconSprite, language_menu::LanguageMenu, skip_link::SkipLink, top_bar::TopBar,
    },
    paths::Path,
};

/// The whole app. The shell stays while pages change, so that focus in it is never lost.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <IconSprite/>
        <SkipLink/>
        <Router>
            <Doors/>
        </Router>
    }
}

/// The gallery is for anyone and asks nobody who they are; every other page does.
#[component]
fn Doors() -> impl IntoView {
    let pathname = use_location().pathname;
    let gallery = Path::Gallery.href();
    let asks = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || pathname.with(|pathname| *pathname != gallery)
    });
    move || {
        if asks.get() { view! { <SignedIn/> }.into_any() } else { view! { <Gallery/> }.into_any() }
    }
}

#[component]
fn Gallery() -> impl IntoView {
    view! {
        <div class="shell">
            <div class="shell__grid">
                <TopBar><LanguageMenu/></TopBar>
                <main id="main" class="shell__main" tabindex="-1">{OTHER.page(OtherPage::Gallery)}</main>
            </div>
        </div>
    }
}
