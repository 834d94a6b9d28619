//! One job application: the work on it, and the words about it beside.

use crate::{
    components::page::{Back, Page},
    features::{
        applications::{facts::application_facts, page::ApplicationWork},
        comments::Comments,
        presence::{Presence, presence},
        ready::WhenReady,
        removed::undo::UndoRemoval,
    },
    i18n::{t, text},
    pages::not_found::NotFoundPage,
    paths::Path,
    state::board::BoardState,
};
use board::{id::ItemId, item::Kind};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use words::Key;

/// The application of the address.
#[component]
pub fn ApplicationPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| params.get_str("id").and_then(|id| id.parse::<ItemId>().ok()))
    });
    move || match id.get() {
        Some(id) => view! { <OneApplication id=id/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

/// The page stays the same one when the application goes away, so that the focus stays too.
#[component]
fn OneApplication(id: ItemId) -> impl IntoView {
    let board = BoardState::expect();
    let facts = application_facts(board, id);
    let presence = presence(board, id, Kind::Application);
    // The name it had is still its name when it goes away.
    let known = Memo::new(move |before: Option<&Option<String>>| {
        let job = facts.with(|facts| facts.as_ref().map(|facts| facts.job.clone()));
        job.or_else(|| before.cloned().flatten())
    });
    let title = Signal::derive(move || {
        known.get().unwrap_or_else(|| {
            t(if board.is_ready() { Key::ApplicationGoneTitle } else { Key::ApplicationsTitle })
        })
    });
    let lead = Signal::derive(move || {
        facts.with(|facts| {
            let parts = facts.iter().flat_map(|facts| [&facts.employer, &facts.place]);
            parts.filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
        })
    });
    let back = Back { href: Path::Applications.href(), name: text(Key::ApplicationsTitle) };
    let side = move || {
        view! {
            <Show when=move || presence.get() == Presence::Here>
                <Comments on=id/>
            </Show>
        }
    };
    view! {
        <Page title=title lead=lead back=back side=side>
            <WhenReady>
                <ApplicationWork id=id facts=facts/>
            </WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
