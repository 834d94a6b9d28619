//! The job applications of the board.

use crate::{
    components::{icon::IconName, link_button::LinkButton, page::Page},
    features::{applications::list::ApplicationList, ready::WhenReady, removed::undo::UndoRemoval},
    i18n::{t, text, tf},
    paths::Path,
    state::board::BoardState,
};
use board::{item::Kind, permit::may_add};
use leptos::prelude::*;
use words::Key;

/// The list, with the way to a new one for whoever may add.
#[component]
pub fn ApplicationsPage() -> impl IntoView {
    let board = BoardState::expect();
    let title = Signal::derive(move || {
        if board.is_mentee() {
            t(Key::ApplicationsTitle)
        } else {
            tf(Key::ApplicationsTitleMentor, &[("name", &board.other_name())])
        }
    });
    let may_add = may_add(&board.actor(), &Kind::Application);
    let actions = move || {
        may_add.then(|| {
            view! {
                <LinkButton
                    label=text(Key::ApplicationAdd)
                    href=Path::NewApplication.href()
                    icon=IconName::Plus
                />
            }
        })
    };
    view! {
        <Page title=title actions=actions>
            <WhenReady>
                <ApplicationList/>
            </WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
