//! The referrals of the board.

use board::{item::Kind, permit::may_add};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{icon::IconName, link_button::LinkButton, page::Page},
    features::{
        ready::{WhenReady, holds},
        referrals::list::ReferralList,
        removed::undo::UndoRemoval,
    },
    i18n::{t, text, tf},
    pages::more::back_to_more,
    paths::Path,
    state::board::BoardState,
};

/// The list, with the way to the directory for whoever may add.
#[component]
pub fn ReferralsPage() -> impl IntoView {
    let board = BoardState::expect();
    let title = Signal::derive(move || {
        if board.is_mentee() {
            t(Key::ReferralTitle)
        } else {
            tf(Key::ReferralTitleMentor, &[("name", &board.other_name())])
        }
    });
    let may_add = may_add(&board.actor(), &Kind::Referral);
    let any = holds(board, Kind::Referral);
    let actions = move || {
        (may_add && any.get()).then(|| {
            view! {
                <LinkButton
                    label=text(Key::ReferralFind)
                    href=Path::Services.href()
                    icon=IconName::Plus
                />
            }
        })
    };
    view! {
        <Page title=title back=back_to_more() actions=actions>
            <WhenReady><ReferralList/></WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
