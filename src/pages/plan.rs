//! The whole plan.

use board::{
    item::Kind,
    permit::{may_add, may_suggest},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{button::ButtonKind, icon::IconName, link_button::LinkButton, page::Page},
    features::{
        objectives::{aim::Aim, plan::Plan},
        plan_print::PrintPlan,
        ready::WhenReady,
        removed::undo::UndoRemoval,
        suggestions::{list::Ideas, which::Which},
    },
    i18n::{t, text, tf},
    paths::Path,
    state::board::BoardState,
};

/// Objectives by horizon, a way to add one, and the way to what was removed.
#[component]
pub fn PlanPage() -> impl IntoView {
    let board = BoardState::expect();
    let title = Signal::derive(move || {
        if board.is_mentee() {
            t(Key::PlanTitle)
        } else {
            tf(Key::PlanTitleMentor, &[("name", &board.other_name())])
        }
    });
    let (actor, kind) = (board.actor(), Kind::Objective);
    let may_add = may_add(&actor, &kind);
    let label = if may_add { Key::ObjectiveAddShort } else { Key::SuggestionAddObjective };
    let add = move || {
        (may_add || may_suggest(&actor, &kind)).then(|| {
            view! {
                <LinkButton
                    label=text(label)
                    href=Path::NewObjective.href()
                    icon=IconName::Plus
                />
            }
        })
    };
    view! {
        <Page title=title actions=add>
            <WhenReady>
                <Ideas which=Which::All/>
                <Aim/>
                <Plan/>
                <PrintPlan/>
            </WhenReady>
            {may_add.then(|| view! {
                <div>
                    <LinkButton
                        label=text(Key::PlanRemovedLink)
                        href=Path::Removed.href()
                        kind=ButtonKind::Plain
                        icon=IconName::Undo
                    />
                </div>
            })}
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
