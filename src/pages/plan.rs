//! The whole plan.

use board::{item::Kind, permit::may_add};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{button::ButtonKind, icon::IconName, link_button::LinkButton, page::Page},
    features::{objectives::plan::Plan, ready::WhenReady, removed::undo::UndoRemoval},
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
    let may_add = may_add(&board.actor(), &Kind::Objective);
    let add = move || {
        may_add.then(|| {
            view! {
                <LinkButton
                    label=text(Key::ObjectiveAddShort)
                    href=Path::NewObjective.href()
                    icon=IconName::Plus
                />
            }
        })
    };
    view! {
        <Page title=title actions=add>
            <WhenReady><Plan/></WhenReady>
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
