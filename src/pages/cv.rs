//! One version of a CV or a letter: the work on it, and the words about it beside.

use crate::{
    components::page::{Back, Page},
    features::{
        comments::Comments,
        cvs::{facts::cv_facts, page::CvWork, wording::numbered},
        history::item::ItemHistory,
        presence::{Presence, presence},
        ready::WhenReady,
        removed::undo::UndoRemoval,
        waiting_files,
    },
    i18n::{t, text},
    pages::not_found::NotFoundPage,
    paths::Path,
    state::board::BoardState,
};
use board::{cv::CvKind, id::ItemId, item::Kind};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use words::Key;

/// The version of the address.
#[component]
pub fn CvPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| params.get_str("id").and_then(|id| id.parse::<ItemId>().ok()))
    });
    move || match id.get() {
        Some(id) => view! { <OneCv id=id/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

/// The page stays the same one when the version goes away, so that the focus stays too.
#[component]
fn OneCv(id: ItemId) -> impl IntoView {
    let board = BoardState::expect();
    let facts = cv_facts(board, id);
    let presence = presence(board, id, Kind::CvVersion);
    // The name it had is still its name when it goes away.
    let known = Memo::new(move |before: Option<&Option<(CvKind, u32)>>| {
        let name = facts.with(|facts| facts.as_ref().map(|cv| (cv.kind.clone(), cv.number)));
        name.or_else(|| before.cloned().flatten())
    });
    let waits = waiting_files::card::one(id);
    let title = Signal::derive(move || {
        known.get().map_or_else(
            || {
                t(match (board.is_ready(), waits.with(Option::is_some)) {
                    (_, true) => Key::WaitingFileTitle,
                    (true, false) => Key::CvGoneTitle,
                    (false, false) => Key::CvTitle,
                })
            },
            |(kind, number)| numbered(&kind, number),
        )
    });
    let lead = Signal::derive(move || {
        let title = facts.with(|facts| facts.as_ref().map(|facts| facts.title.clone()));
        let waiting = || waits.with(|file| Some(file.as_ref()?.version.title.text.clone()));
        title.or_else(waiting).unwrap_or_default()
    });
    let back = Back { href: Path::Cvs.href(), name: text(Key::CvTitle) };
    let side = move || {
        view! {
            <Show when=move || presence.get() == Presence::Here>
                <Comments on=id/>
                <ItemHistory item=id/>
            </Show>
        }
    };
    view! {
        <Page title=title lead=lead back=back side=side>
            <WhenReady>
                <CvWork id=id facts=facts/>
            </WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
