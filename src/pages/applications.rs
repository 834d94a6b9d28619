//! The job applications of the board.

use crate::{
    components::{icon::IconName, link_button::LinkButton, page::Page},
    features::{
        applications::list::ApplicationList,
        ready::{WhenReady, holds},
        removed::undo::UndoRemoval,
        suggestions::{list::Ideas, which::Which},
    },
    i18n::{t, text, tf},
    paths::Path,
    state::board::BoardState,
};
use board::{
    item::Kind,
    permit::{may_add, may_suggest},
};
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
    let (actor, kind) = (board.actor(), Kind::Application);
    let may_add = may_add(&actor, &kind);
    let label = if may_add { Key::ApplicationAdd } else { Key::SuggestionAddApplication };
    let any = holds(board, Kind::Application);
    let actions = move || {
        // The invitation of an empty page is for whoever may add.
        let shown = if may_add { any.get() } else { may_suggest(&actor, &kind) };
        shown.then(|| {
            view! {
                <LinkButton
                    label=text(label)
                    href=Path::NewApplication.href()
                    icon=IconName::Plus
                />
            }
        })
    };
    view! {
        <Page title=title actions=actions>
            <p><a class="link" href=Path::Cvs.href()>{move || t(Key::CvSeeAll)}</a></p>
            <WhenReady>
                <Ideas which=Which::Applications/>
                <ApplicationList/>
            </WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
