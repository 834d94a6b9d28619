//! A new objective.

use board::{item::Kind, permit::may_add};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        error_summary::{ErrorSummary, FormError},
        notice::Notice,
        page::{Back, Page},
    },
    features::{
        objectives::{invitation::NoProjectYet, new::NewObjectiveForm},
        ready::WhenReady,
    },
    i18n::{t, text},
    paths::Path,
    state::board::BoardState,
};

/// The form; on an empty plan also "I do not know yet". For the mentor, why there is no form.
#[component]
pub fn NewObjectivePage() -> impl IntoView {
    let board = BoardState::expect();
    let errors = RwSignal::new(Vec::<FormError>::new());
    let has_errors = Signal::derive(move || errors.with(|errors| !errors.is_empty()));
    let back = Back { href: Path::Plan.href(), name: text(Key::NavPlan) };
    let may_add = may_add(&board.actor(), &Kind::Objective);
    let summary = move || view! { <ErrorSummary errors/> };
    view! {
        <Page title=text(Key::ObjectiveNewTitle) back=back has_errors=has_errors summary=summary>
            <WhenReady>
                {move || if may_add {
                    view! { <NewObjectiveForm errors/> <WhenPlanIsEmpty/> }.into_any()
                } else {
                    view! { <Notice><p>{move || t(Key::RejectNotAllowed)}</p></Notice> }.into_any()
                }}
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
