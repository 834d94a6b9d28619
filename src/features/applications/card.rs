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
            stages::{stage_kind, stage_name},
        },
        privacy::PrivacyChip,
    },
    i18n::{format, text, tf, tn},
    paths::Path,
    state::board::BoardState,
};
use board::id::ItemId;
use leptos::prelude::*;
use words::Key;

/// The id of the link of a card.
pub(super) fn card_id(application: ItemId) -> String {
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
    let kind = if over { CardKind::Done } else { CardKind::Plain };
    view! {
        <Card kind link=true>
            <h3><a class="card__link" id=card_id(id) href=Path::Application(id.0).href() dir="auto">
                {job}
            </a></h3>
            <p class="muted" dir="auto">{employer}</p>
            {next}
            <div class="row">
                {move || facts.get().map(|facts| view! { <Chips facts/> })}
                <span class="muted">{since}</span>
            </div>
        </Card>
    }
}

/// Where it stands, who sees it, what is new, what waits.
#[component]
fn Chips(facts: ApplicationFacts) -> impl IntoView {
    let unread = facts.unread;
    let kind = stage_kind(&facts.stage);
    let stage = facts.stage;
    view! {
        <Chip label=Signal::derive(move || stage_name(&stage)) kind icon=IconName::Flag/>
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
