//! The empty plan: a question with two answers of the same worth.

use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        empty_state::EmptyState,
        icon::IconName,
        link_button::LinkButton,
    },
    features::{live_text::errors::reject_text, objectives::exploration::start_exploring},
    i18n::{t, text},
    paths::Path,
    platform::announce::announce,
    state::board::BoardState,
};

/// "I have an idea" leads to the form; "I do not know yet" makes three steps and shows them.
#[component]
pub fn Invitation() -> impl IntoView {
    view! {
        <EmptyState title=text(Key::PlanEmptyTitle) text=text(Key::PlanEmptyLead)>
            <LinkButton
                label=text(Key::PlanChooseObjective)
                href=Path::NewObjective.href()
                icon=IconName::Flag
            />
            <NoProjectYet/>
        </EmptyState>
    }
}

/// The answer "I do not know yet", with what it does.
#[component]
pub fn NoProjectYet() -> impl IntoView {
    let board = BoardState::expect();
    let navigate = use_navigate();
    let start = move |()| match start_exploring(board) {
        Ok(objective) => {
            navigate(&Path::Objective(objective.0).href(), NavigateOptions::default());
            announce(&t(Key::PlanNoProjectDone));
        }
        Err(reject) => announce(&reject_text(&reject)),
    };
    view! {
        <Button
            label=text(Key::PlanChooseNoProject)
            kind=ButtonKind::Quiet
            icon=IconName::Eye
            on_press=start
        />
        <p class="muted">{move || t(Key::PlanChooseNoProjectHint)}</p>
    }
}
