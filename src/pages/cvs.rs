//! The versions of the CV, and the letters.

use crate::{
    components::{icon::IconName, link_button::LinkButton, page::Page},
    features::{
        cvs::list::CvList,
        ready::{WhenReady, holds},
        removed::undo::UndoRemoval,
    },
    i18n::{t, text, tf},
    pages::more::back_to_more,
    paths::Path,
    state::{board::BoardState, waiting_files::WaitingFiles},
};
use board::{item::Kind, permit::may_add};
use leptos::prelude::*;
use words::Key;

/// The list, with the way to a new one for whoever may add.
#[component]
pub fn CvsPage() -> impl IntoView {
    let board = BoardState::expect();
    let title = Signal::derive(move || {
        if board.is_mentee() {
            t(Key::CvTitle)
        } else {
            tf(Key::CvTitleMentor, &[("name", &board.other_name())])
        }
    });
    let may_add = may_add(&board.actor(), &Kind::CvVersion);
    let (held, files) = (holds(board, Kind::CvVersion), WaitingFiles::expect().list());
    let any = Memo::new(move |_| held.get() || files.with(|files| !files.is_empty()));
    let actions = move || {
        (may_add && any.get()).then(|| {
            view! {
                <LinkButton
                    label=text(Key::CvNew)
                    href=Path::NewCv.href()
                    icon=IconName::Plus
                />
            }
        })
    };
    view! {
        <Page title=title back=back_to_more() lead=text(Key::CvLead) actions=actions>
            <WhenReady>
                <CvList/>
            </WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
