//! One duo, with its codes.

use board::id::DuoId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{
        duos::{view::DuoView, words_of::duo_title},
        fetched::Fetched,
    },
    i18n::{t, text},
    pages::not_found::NotFoundPage,
    paths::Path,
};

/// Follows the id in the address; anything that is no id is no page.
#[component]
pub fn DuoPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<DuoId>().ok()));
    move || match id.get() {
        Some(id) => view! { <OneDuo id=id/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

#[component]
fn OneDuo(id: DuoId) -> impl IntoView {
    let duo = Fetched::nothing();
    let title = Signal::derive(move || {
        duo.value.with(|duo| duo.as_ref().map_or_else(|| t(Key::DuosColumnDuo), duo_title))
    });
    view! {
        <Page
            title=title
            lead=text(Key::DuoPrivacy)
            back=Back { href: Path::Duos.href(), name: text(Key::DuosTitle) }
        >
            <DuoView id=id duo=duo/>
        </Page>
    }
}
