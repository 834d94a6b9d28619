//! All about one meeting: answers, words of both, the calendar file, corrections.

use board::{id::ItemId, item::Kind, meeting::MeetingState, op::TextField};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use words::Key;

use crate::{
    api::http::API,
    components::{
        button::{Button, ButtonKind},
        icon::{Icon, IconName},
        link_button::LinkButton,
    },
    features::{
        live_text::{LiveText, errors::reject_text},
        meetings::{
            answers::Answers,
            correct::Correct,
            facts::MeetingFacts,
            list::{Marks, card_id},
            wording::{about_words, when_words},
        },
        presence::{Gone, Presence, Removed, presence},
        removed::undo,
    },
    i18n::{t, text},
    paths::Path,
    platform::announce::announce,
    state::{board::BoardState, connection::Delivery},
};

/// The work on one meeting; the words about it stand in `Comments`.
#[component]
pub fn MeetingWork(
    /// The meeting.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<MeetingFacts>>,
) -> impl IntoView {
    let presence = presence(BoardState::expect(), id, Kind::Meeting);
    move || match presence.get() {
        Presence::Here => view! {
            <Standing id facts/>
            <Texts id/>
            <Correct id facts/>
            <Files id facts/>
            <Remove id facts/>
        }
        .into_any(),
        Presence::Removed(by) => view! { <Removed id kind=Kind::Meeting by/> }.into_any(),
        Presence::Gone => view! { <Gone id kind=Kind::Meeting/> }.into_any(),
    }
}

/// Where it stands, and what can be said now.
#[component]
fn Standing(id: ItemId, facts: Memo<Option<MeetingFacts>>) -> impl IntoView {
    let about = move || facts.with(|facts| facts.as_ref().map(about_words));
    view! {
        <section class="card">
            <p dir="auto">{about}</p>
            <Marks facts/>
            <Answers id facts after="page-title"/>
        </section>
    }
}

/// What both may write.
#[component]
fn Texts(id: ItemId) -> impl IntoView {
    view! {
        <section class="card">
            <h2>{move || t(Key::MeetingTexts)}</h2>
            <LiveText
                item=id
                field=TextField::Notes
                label=text(Key::MeetingTopics)
                hint=text(Key::MeetingTopicsHint)
                multiline=true
            />
            <LiveText
                item=id
                field=TextField::Place
                label=text(Key::MeetingPlace)
                hint=text(Key::MeetingPlaceHint)
            />
        </section>
    }
}

/// The way into a calendar and to the preparation, for a meeting to come.
#[component]
fn Files(id: ItemId, facts: Memo<Option<MeetingFacts>>) -> impl IntoView {
    let board = BoardState::expect();
    let ahead = Memo::new(move |_| {
        facts.with(|facts| {
            facts.as_ref().is_some_and(|facts| {
                matches!(facts.state, MeetingState::Planned | MeetingState::Proposed)
            })
        })
    });
    let away = Memo::new(move |_| matches!(board.delivery(), Delivery::Waiting(_)));
    let file = format!("{API}/boards/{}/meetings/{id}.ics", board.info().id);
    move || {
        ahead.get().then(|| {
            let file = file.clone();
            view! {
                <div class="row">
                    <LinkButton
                        label=text(Key::PrepareTitle)
                        href=Path::PrepareMeeting.href()
                        kind=ButtonKind::Quiet
                        icon=IconName::Flag
                    />
                    <Show
                        when=move || !away.get()
                        fallback=|| view! { <p class="muted">{move || t(Key::MeetingFileAway)}</p> }
                    >
                        <a class="button button--quiet" href=file.clone() download="" rel="external">
                            <Icon name=IconName::Calendar/>
                            <span>{move || t(Key::MeetingFile)}</span>
                        </a>
                    </Show>
                </div>
            }
        })
    }
}

/// Puts it away, with 30 days to think again.
#[component]
fn Remove(id: ItemId, facts: Memo<Option<MeetingFacts>>) -> impl IntoView {
    let board = BoardState::expect();
    let may_remove = Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(|f| f.may_remove)));
    let navigate = use_navigate();
    let remove = Callback::new(move |()| {
        let when = facts.with_untracked(|facts| {
            facts.as_ref().map(|facts| untrack(|| when_words(facts.on, facts.time)))
        });
        let said = Key::MeetingRemoved;
        match undo::remove(board, id, said, when.unwrap_or_default(), card_id(id)) {
            Ok(()) => navigate(&Path::Meetings.href(), NavigateOptions::default()),
            Err(reject) => announce(&reject_text(&reject)),
        }
    });
    view! {
        <Show when=move || may_remove.get()>
            <div>
                <Button
                    label=text(Key::MeetingRemove)
                    kind=ButtonKind::Stop
                    on_press=move |()| remove.run(())
                />
            </div>
        </Show>
    }
}
