//! One application in the list.

use crate::{
    components::{
        card::{Card, CardKind},
        chip::{Chip, ChipKind},
        icon::IconName,
    },
    features::{
        applications::{
            facts::{ApplicationFacts, application_facts, next_words},
            move_menu::MoveMenu,
            stages::{stage_kind, stage_name},
            standstill::{standstill, standstill_words},
        },
        privacy::PrivacyChip,
    },
    i18n::{format, text, tf, tn},
    paths::Path,
    platform::clock,
    state::board::BoardState,
};
use board::{application::Stage, id::ItemId};
use leptos::prelude::*;
use words::Key;

/// The id of the link of a card.
#[must_use]
pub fn card_id(application: ItemId) -> String {
    format!("application-{application}")
}

/// A card that leads to the application; its heading is the one link in it.
#[component]
pub(super) fn ApplicationCard(
    /// The application.
    id: ItemId,
    /// True among those that are over.
    #[prop(optional)]
    over: bool,
    /// Called when the person moves it to another stage.
    on_move: Callback<(ItemId, Stage)>,
) -> impl IntoView {
    let facts = application_facts(BoardState::expect(), id);
    let read = move |read: fn(&ApplicationFacts) -> Option<String>| {
        move || facts.with(|facts| facts.as_ref().and_then(read))
    };
    let job = read(|facts| Some(facts.job.clone()));
    let employer = read(|facts| Some(facts.employer.clone()));
    let since = read(|facts| {
        let date = format::short_date(facts.since()?);
        Some(tf(Key::ApplicationSince, &[("date", &date)]))
    });
    let next = move || {
        let words = facts.with(|facts| facts.as_ref().and_then(next_words)).filter(|_| !over);
        words.map(|words| view! { <p dir="auto">{words}</p> })
    };
    let stage = Memo::new(move |_| facts.with(|facts| facts.as_ref().map(|f| f.stage.clone())));
    let may_plan = Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(|f| f.may_plan)));
    let about = Signal::derive(move || job().unwrap_or_default());
    let kind = if over { CardKind::Done } else { CardKind::Plain };
    view! {
        <Card kind link=true>
            <h3><a class="card__link" id=card_id(id) href=Path::Application(id.0).href() dir="auto">
                {job}
            </a></h3>
            <p class="muted" dir="auto">{employer}</p>
            {next}
            <div class="row">
                {move || facts.get().map(|facts| view! { <Chips facts over/> })}
                <span class="muted">{since}</span>
            </div>
            <Show when=move || may_plan.get()><MoveMenu id stage about on_move/></Show>
        </Card>
    }
}

/// Who sees it, what is new, what waits; where it stands when no heading says so.
#[component]
fn Chips(facts: ApplicationFacts, over: bool) -> impl IntoView {
    let unread = facts.unread;
    let quiet = standstill(&facts, clock::today()).map(|(_, days)| {
        let label = Signal::derive(move || standstill_words(days));
        view! { <Chip label kind=ChipKind::Attend icon=IconName::Clock/> }
    });
    let kind = stage_kind(&facts.stage);
    let stage = facts.stage;
    view! {
        {over.then(|| view! {
            <Chip label=Signal::derive(move || stage_name(&stage)) kind icon=IconName::Flag/>
        })}
        {quiet}
        <PrivacyChip side=facts.side/>
        {(unread > 0).then(|| {
            let label = Signal::derive(move || tn(Key::CommentNewCount, unread));
            view! { <Chip label kind=ChipKind::Other icon=IconName::Message/> }
        })}
        {facts.versions.then(|| {
            view! { <Chip label=text(Key::PlanVersions) kind=ChipKind::Attend icon=IconName::Alert/> }
        })}
    }
}
