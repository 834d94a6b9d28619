//! A new objective.

use board::{
    item::Kind,
    permit::{may_add, may_suggest},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        error_summary::{ErrorSummary, FormError},
        page::{Back, Page},
    },
    features::{
        objectives::{invitation::NoProjectYet, new::NewObjectiveForm},
        ready::WhenReady,
    },
    i18n::{text, tf},
    pages::not_allowed::NotAllowedPage,
    paths::Path,
    state::board::BoardState,
};

/// The form; on an empty plan also "I do not know yet". What the mentor adds is an idea.
#[component]
pub fn NewObjectivePage() -> impl IntoView {
    let board = BoardState::expect();
    let errors = RwSignal::new(Vec::<FormError>::new());
    let has_errors = Signal::derive(move || errors.with(|errors| !errors.is_empty()));
    let back = Back { href: Path::Plan.href(), name: text(Key::NavPlan) };
    let (actor, kind) = (board.actor(), Kind::Objective);
    let (may_add, may_suggest) = (may_add(&actor, &kind), may_suggest(&actor, &kind));
    if !may_add && !may_suggest {
        return view! { <NotAllowedPage/> }.into_any();
    }
    let title = if may_add { Key::ObjectiveNewTitle } else { Key::SuggestionAddObjective };
    let lead = Signal::derive(move || {
        let lead = || tf(Key::SuggestionAddLead, &[("name", &board.other_name())]);
        if may_add { String::new() } else { lead() }
    });
    let summary = move || view! { <ErrorSummary errors/> };
    view! {
        <Page title=text(title) lead=lead back=back has_errors=has_errors summary=summary>
            <WhenReady>
                <NewObjectiveForm errors/>
                {may_add.then(|| view! { <WhenPlanIsEmpty/> })}
            </WhenReady>
        </Page>
    }
    .into_any()
}

/// The other answer, as long as there is no objective at all when the page opens.
#[component]
fn WhenPlanIsEmpty() -> impl IntoView {
    let is_empty = BoardState::expect().view().with_untracked(|world| {
        !world.items().any(|(_, item)| item.removed.is_none() && item.as_objective().is_some())
    });
    is_empty.then(|| view! { <div class="stack stack--tight"><NoProjectYet/></div> })
}
