//! Whether a referral is there, and what is said when it no longer is.

use std::time::Duration;

use board::{
    id::{ItemId, PersonId},
    op::Op,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        empty_state::EmptyState,
        icon::IconName,
        link_button::LinkButton,
    },
    features::{
        live_text::errors::reject_text, people, referrals::facts::ReferralFacts,
        typed_words::KeptWords,
    },
    i18n::{t, text, tf},
    paths::Path,
    platform::{announce::announce, focus},
    state::board::BoardState,
};

/// Where a referral is for this person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It can be worked on.
    Here,
    /// Somebody put it away; it can come back for 30 days.
    Removed(PersonId),
    /// This person does not have it, or not any more.
    Gone,
}

/// Where a referral is.
#[must_use]
pub fn presence(facts: Memo<Option<ReferralFacts>>) -> Memo<Presence> {
    Memo::new(move |_| {
        facts.with(|facts| match facts.as_ref().map(|facts| facts.removed) {
            Some(None) => Presence::Here,
            Some(Some(removal)) => Presence::Removed(removal.by),
            None => Presence::Gone,
        })
    })
}

/// It was put away: who did it, and the way back for whoever may.
#[component]
pub(super) fn Removed(
    /// The referral.
    id: ItemId,
    /// Who put it away.
    by: PersonId,
    /// Whether this person may bring it back.
    may_restore: bool,
) -> impl IntoView {
    let board = BoardState::expect();
    let title = Signal::derive(move || {
        if by == board.actor().person {
            t(Key::ReferralRemovedHere)
        } else {
            tf(Key::ReferralRemovedBy, &[("name", &people::name_of(board, by))])
        }
    });
    let restore = move |()| match board.act(Op::Restore { item: id }) {
        Ok(()) => {
            announce(&t(Key::UndoDone));
            focus::focus_soon("page-title");
        }
        Err(reject) => announce(&reject_text(&reject)),
    };
    keep_focus();
    view! {
        <EmptyState title=title text=text(Key::ReferralRemovedText)>
            {may_restore.then(|| {
                view! {
                    <Button label=text(Key::ActionRestore) icon=IconName::Undo on_press=restore/>
                }
            })}
            <BackToAll/>
        </EmptyState>
        <KeptWords item=id/>
    }
}

/// It is not here: taken back by the other person, or an old address.
#[component]
pub(super) fn Gone(
    /// The referral.
    id: ItemId,
) -> impl IntoView {
    keep_focus();
    view! {
        <EmptyState title=text(Key::ReferralGoneTitle) text=text(Key::ReferralGoneText)>
            <BackToAll/>
        </EmptyState>
        <KeptWords item=id/>
    }
}

#[component]
fn BackToAll() -> impl IntoView {
    view! {
        <LinkButton
            label=text(Key::ReferralSeeAll)
            href=Path::Referrals.href()
            kind=ButtonKind::Quiet
        />
    }
}

/// What had the focus may have gone with the work: then the heading takes it.
fn keep_focus() {
    set_timeout(
        || {
            if focus::is_lost() {
                focus::focus_now("page-title");
            }
        },
        Duration::ZERO,
    );
}
