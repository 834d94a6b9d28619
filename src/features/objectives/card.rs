//! One objective on the plan.

use board::{id::ItemId, objective::ObjectiveState};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        card::{Card, CardKind},
        chip::{Chip, ChipKind},
        icon::IconName,
    },
    features::{
        objectives::{
            facts::{ObjectiveFacts, objective_facts, progress_text},
            wording::{state_key, theme_key},
        },
        privacy::PrivacyChip,
    },
    i18n::{t, text, tn},
    paths::Path,
    state::board::BoardState,
};

/// The id of the link of a card.
#[must_use]
pub fn card_id(objective: ItemId) -> String {
    format!("objective-{objective}")
}

/// A card that leads to the objective; its heading is the one link in it.
#[component]
pub fn ObjectiveCard(
    /// The objective.
    id: ItemId,
    /// True among those that are over or at rest.
    #[prop(optional)]
    over: bool,
) -> impl IntoView {
    let facts = objective_facts(BoardState::expect(), id);
    let title =
        move || facts.with(|facts| facts.as_ref().map(|f| f.title.clone()).unwrap_or_default());
    let about = move || {
        facts.with(|facts| {
            let facts = facts.as_ref()?;
            let theme = facts.theme.as_ref().map(|theme| t(theme_key(theme)));
            let progress = progress_text(facts.done, facts.left);
            Some(theme.into_iter().chain([progress]).collect::<Vec<_>>().join(" · "))
        })
    };
    let kind = if over { CardKind::Done } else { CardKind::Plain };
    view! {
        <Card kind link=true>
            <h3><a class="card__link" id=card_id(id) href=Path::Objective(id.0).href() dir="auto">
                {title}
            </a></h3>
            <p class="muted">{about}</p>
            {move || facts.get().map(|facts| view! { <Chips facts/> })}
        </Card>
    }
}

/// Who sees it, what is new, what waits, and where it stands when it is over.
#[component]
fn Chips(facts: ObjectiveFacts) -> impl IntoView {
    let unread = facts.unread;
    let state = facts.state;
    view! {
        <div class="row">
            {(state != ObjectiveState::Active).then(|| {
                let kind = if state == ObjectiveState::Reached {
                    ChipKind::Done
                } else {
                    ChipKind::Plain
                };
                view! { <Chip label=text(state_key(&state)) kind icon=IconName::Flag/> }
            })}
            <PrivacyChip side=facts.side/>
            {(unread > 0).then(|| {
                let label = Signal::derive(move || tn(Key::CommentNewCount, unread));
                view! { <Chip label kind=ChipKind::Other icon=IconName::Message/> }
            })}
            {facts.versions.then(|| {
                let label = text(Key::PlanVersions);
                view! { <Chip label kind=ChipKind::Attend icon=IconName::Alert/> }
            })}
        </div>
    }
}
