//! "This week": the first screen of both people of a duo.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::Page,
    features::{
        asides::{ASIDES, Aside},
        ready::WhenReady,
        removed::undo::UndoRemoval,
        week::{next_meeting::NextMeeting, story::Story, things::Things},
    },
    i18n::tf,
    state::board::BoardState,
};

/// A greeting, the next meeting, at most three things to do, an encouragement, what else waits.
#[component]
pub fn WeekPage() -> impl IntoView {
    let board = BoardState::expect();
    let info = board.info();
    let own_name = if board.is_mentee() {
        info.mentee.name
    } else {
        info.mentor.map(|mentor| mentor.name).unwrap_or_default()
    };
    let title = Signal::derive(move || tf(Key::WeekGreeting, &[("name", &own_name)]));
    let content = || {
        view! {
            <WhenReady>
                <div class="stack week">
                    <NextMeeting/>
                    <Things/>
                    <Story/>
                    // They come a moment later, and push nothing away here.
                    {ASIDES.quietly(Aside::Lines)}
                </div>
            </WhenReady>
            <UndoRemoval/>
        }
    };
    if board.is_mentee() {
        view! { <Page title=title>{content()}</Page> }.into_any()
    } else {
        let name = board.other_name();
        let lead = Signal::derive(move || tf(Key::WeekMentorLead, &[("name", &name)]));
        view! { <Page title=title lead=lead>{content()}</Page> }.into_any()
    }
}
