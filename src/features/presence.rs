//! Whether the item of a page can be worked on, and what stands there when it cannot: somebody
//! put it away, or keeps it to themselves, or the address is an old one.

use std::time::Duration;

use board::{
    id::{ItemId, PersonId},
    item::Kind,
    op::Op,
    permit::{Action, may},
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
    features::{live_text::errors::reject_text, people, typed_words::KeptWords},
    i18n::{t, text, tf},
    paths::Path,
    platform::{announce::announce, focus},
    state::board::BoardState,
};

/// Where an item is for this person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It is here.
    Here,
    /// Somebody put it away; it can come back for 30 days.
    Removed(PersonId),
    /// This person does not have it, or not any more.
    Gone,
}

/// Where an item of this kind is.
#[must_use]
pub fn presence(board: BoardState, id: ItemId, kind: Kind) -> Memo<Presence> {
    Memo::new(move |_| {
        board.view().with(|world| match world.find(id) {
            Some((_, item)) if item.body.kind() == kind => item
                .removed
                .as_ref()
                .map_or(Presence::Here, |removal| Presence::Removed(removal.by)),
            _ => Presence::Gone,
        })
    })
}

/// What is said instead of the item.
struct Says {
    removed_here: Key,
    removed_by: Key,
    removed_text: Key,
    gone_title: Key,
    gone_text: Key,
    see_all: Key,
    list: Path,
}

fn says(kind: &Kind) -> Says {
    match kind {
        Kind::Objective => Says {
            removed_here: Key::ObjectiveIsRemoved,
            removed_by: Key::ObjectiveRemovedBy,
            removed_text: Key::ObjectiveRemovedText,
            gone_title: Key::ObjectiveGone,
            gone_text: Key::ObjectiveGoneText,
            see_all: Key::WeekSeePlan,
            list: Path::Plan,
        },
        Kind::CvVersion => Says {
            removed_here: Key::CvRemovedHere,
            removed_by: Key::CvRemovedBy,
            removed_text: Key::CvRemovedText,
            gone_title: Key::CvGoneTitle,
            gone_text: Key::CvGoneText,
            see_all: Key::CvSeeAll,
            list: Path::Cvs,
        },
        Kind::Referral => Says {
            removed_here: Key::ReferralRemovedHere,
            removed_by: Key::ReferralRemovedBy,
            removed_text: Key::ReferralRemovedText,
            gone_title: Key::ReferralGoneTitle,
            gone_text: Key::ReferralGoneText,
            see_all: Key::ReferralSeeAll,
            list: Path::Referrals,
        },
        Kind::Meeting => Says {
            removed_here: Key::MeetingRemovedHere,
            removed_by: Key::MeetingRemovedBy,
            removed_text: Key::MeetingRemovedText,
            gone_title: Key::MeetingGoneTitle,
            gone_text: Key::MeetingGoneText,
            see_all: Key::MeetingsSeeAll,
            list: Path::Meetings,
        },
        // The other kinds have no page of their own.
        _ => Says {
            removed_here: Key::ApplicationRemovedHere,
            removed_by: Key::ApplicationRemovedBy,
            removed_text: Key::ApplicationRemovedText,
            gone_title: Key::ApplicationGoneTitle,
            gone_text: Key::ApplicationGoneText,
            see_all: Key::ApplicationSeeAll,
            list: Path::Applications,
        },
    }
}

/// The item was put away: who did it, and the way back for whoever may. What was half typed about
/// it stands below.
#[component]
pub fn Removed(
    /// The item.
    id: ItemId,
    /// What it is.
    kind: Kind,
    /// Who put it away.
    by: PersonId,
) -> impl IntoView {
    let board = BoardState::expect();
    let says = says(&kind);
    let may_restore = board.view().with_untracked(|world| {
        let found = world.find(id);
        found.is_some_and(|(side, item)| may(&board.actor(), Action::Remove, side, item))
    });
    let title = Signal::derive(move || {
        if by == board.actor().person {
            t(says.removed_here)
        } else {
            tf(says.removed_by, &[("name", &people::name_of(board, by))])
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
        <EmptyState title=title text=text(says.removed_text)>
            {may_restore.then(|| {
                view! {
                    <Button label=text(Key::ActionRestore) icon=IconName::Undo on_press=restore/>
                }
            })}
            <SeeAll label=says.see_all list=says.list/>
        </EmptyState>
        <KeptWords item=id/>
    }
}

/// The item is not here; what was half typed about it stands below.
#[component]
pub fn Gone(
    /// The item.
    id: ItemId,
    /// What it is.
    kind: Kind,
) -> impl IntoView {
    let says = says(&kind);
    keep_focus();
    view! {
        <EmptyState title=text(says.gone_title) text=text(says.gone_text)>
            <SeeAll label=says.see_all list=says.list/>
        </EmptyState>
        <KeptWords item=id/>
    }
}

#[component]
fn SeeAll(label: Key, list: Path) -> impl IntoView {
    view! { <LinkButton label=text(label) href=list.href() kind=ButtonKind::Quiet/> }
}

/// What had the focus may have gone with the work: then the heading takes it.
pub fn keep_focus() {
    set_timeout(
        || {
            if focus::is_lost() {
                focus::focus_now("page-title");
            }
        },
        Duration::ZERO,
    );
}
