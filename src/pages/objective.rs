//! One objective with its steps and what the two people say about it.

use board::{id::ItemId, item::Kind};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{
        comments::Comments,
        history::item::ItemHistory,
        objectives::{
            details::{ObjectiveChips, ObjectiveDetails},
            facts::objective_facts,
            remove::RemoveObjective,
            standing::Standing,
        },
        presence::{Gone, Presence, Removed, presence},
        ready::WhenReady,
        removed::undo::UndoRemoval,
        steps::list::Steps,
        suggestions::panel::IdeaPanel,
    },
    i18n::{t, text},
    pages::not_found::NotFoundPage,
    paths::Path,
    state::board::BoardState,
};

/// The objective that the address names.
#[component]
pub fn ObjectivePage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| params.get("id")).and_then(|id| id.parse::<ItemId>().ok())
    });
    move || match id.get() {
        Some(id) => view! { <OneObjective id/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

/// One page through all that can happen: the heading stays, what is under it follows.
#[component]
fn OneObjective(id: ItemId) -> impl IntoView {
    let board = BoardState::expect();
    let presence = presence(board, id, Kind::Objective);
    let facts = objective_facts(board, id);
    let title = Signal::derive(move || {
        if presence.get() == Presence::Gone {
            return t(if board.is_ready() { Key::ObjectiveGone } else { Key::ObjectiveAddShort });
        }
        facts.with(|facts| facts.as_ref().map(|f| f.title.clone()).unwrap_or_default())
    });
    let plan = if board.is_mentee() { Key::NavPlan } else { Key::NavPlanMentor };
    let back = Back { href: Path::Plan.href(), name: text(plan) };
    let is_idea =
        Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(|f| f.suggestion.is_some())));
    // The page asks once for its side; what is in it follows the objective.
    let talk = move || (presence.get() == Presence::Here).then(|| view! { <Comments on=id/> });
    let side = move || view! { {talk} };
    view! {
        <Page title=title back=back side=side>
            <WhenReady>
                {move || match presence.get() {
                    Presence::Here if is_idea.get() => view! {
                        <IdeaPanel id/>
                        <Steps objective=id/>
                    }
                    .into_any(),
                    Presence::Here => view! {
                        <ObjectiveChips id/>
                        <Steps objective=id/>
                        <ObjectiveDetails id/>
                        <Standing id/>
                        <RemoveObjective id/>
                        <ItemHistory item=id/>
                    }
                    .into_any(),
                    Presence::Removed(by) => {
                        view! { <Removed id kind=Kind::Objective by/> }.into_any()
                    }
                    Presence::Gone => view! { <Gone id kind=Kind::Objective/> }.into_any(),
                }}
            </WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
