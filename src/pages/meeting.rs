//! One meeting: the work on it, and the words about it beside.

use board::{id::ItemId, item::Kind};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{
        comments::Comments,
        history::item::ItemHistory,
        meetings::{
            details::MeetingWork,
            facts::meeting_facts,
            twin::{follow_twin, known_day},
            wording::when_words,
        },
        presence::{Presence, presence},
        ready::WhenReady,
        removed::undo::UndoRemoval,
    },
    i18n::{t, text, tf},
    pages::not_found::NotFoundPage,
    paths::Path,
    state::board::BoardState,
};

/// The meeting of the address.
#[component]
pub fn MeetingPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| params.get_str("id").and_then(|id| id.parse::<ItemId>().ok()))
    });
    move || match id.get() {
        Some(id) => view! { <OneMeeting id=id/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

/// The page stays the same one when the meeting goes away, so that the focus stays too.
#[component]
fn OneMeeting(id: ItemId) -> impl IntoView {
    let board = BoardState::expect();
    let facts = meeting_facts(board, id);
    let presence = presence(board, id, Kind::Meeting);
    // The day it had is still its name when it goes away.
    let day = known_day(facts);
    follow_twin(board, id, presence, day);
    // The hour belongs to the name for as long as the meeting is here.
    let time = Memo::new(move |_| facts.with(|facts| facts.as_ref().and_then(|it| it.time)));
    let title = Signal::derive(move || match day.get() {
        Some(on) => tf(Key::MeetingOn, &[("when", &when_words(on, time.get()))]),
        None if board.is_ready() => t(Key::MeetingGoneTitle),
        None => t(Key::KindMeeting),
    });
    let back = Back { href: Path::Meetings.href(), name: text(Key::MeetingsTitle) };
    let side = move || {
        view! {
            <Show when=move || presence.get() == Presence::Here>
                <Comments on=id/>
                <ItemHistory item=id/>
            </Show>
        }
    };
    view! {
        <Page title=title back=back side=side>
            <WhenReady>
                <MeetingWork id=id facts=facts/>
            </WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
