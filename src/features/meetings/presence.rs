//! Whether a meeting can be worked on, and what stands there when not.

use std::time::Duration;

use board::{
    id::{ItemId, PersonId},
    op::Op,
};
use chrono::NaiveDate;
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
    features::{
        live_text::errors::reject_text,
        meetings::{facts::MeetingFacts, pick::twin},
        people,
        typed_words::KeptWords,
    },
    i18n::{format, t, text, tf},
    paths::Path,
    platform::{announce::announce, focus},
    state::board::BoardState,
};

/// Whether the meeting can be worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It is here.
    Here,
    /// Somebody put it away; it can come back for 30 days.
    Removed(PersonId),
    /// It is not on the board.
    Gone,
}

/// Where a meeting is.
#[must_use]
pub fn presence(facts: Memo<Option<MeetingFacts>>) -> Memo<Presence> {
    Memo::new(move |_| {
        facts.with(|facts| match facts.as_ref().map(|facts| facts.removed) {
            Some(None) => Presence::Here,
            Some(Some(removal)) => Presence::Removed(removal.by),
            None => Presence::Gone,
        })
    })
}

/// The day a meeting has, or had before it went.
#[must_use]
pub fn known_day(facts: Memo<Option<MeetingFacts>>) -> Memo<Option<NaiveDate>> {
    Memo::new(move |before: Option<&Option<NaiveDate>>| {
        let now = facts.with(|facts| facts.as_ref().map(|facts| facts.on));
        now.or_else(|| before.copied().flatten())
    })
}

/// Both noted the same meeting, and the server kept the other one's: the page follows it there,
/// and says so.
pub fn follow_twin(
    board: BoardState,
    id: ItemId,
    presence: Memo<Presence>,
    day: Memo<Option<NaiveDate>>,
) {
    let navigate = use_navigate();
    // An effect: addresses are outside of the views.
    Effect::new(move |_| {
        let (Presence::Gone, Some(on)) = (presence.get(), day.get()) else { return };
        let kept = board.view().with(|world| twin(world, id, on).map(|item| item.id));
        if let Some(kept) = kept {
            let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
            navigate(&Path::Meeting(kept.0).href(), options);
            announce(&untrack(|| tf(Key::LogJoined, &[("date", &format::long_date(on))])));
        }
    });
}

/// It was put away: who did it, and the way back for whoever may.
#[component]
pub fn RemovedMeeting(
    /// The meeting.
    id: ItemId,
    /// Who put it away.
    by: PersonId,
    /// Its facts.
    facts: Memo<Option<MeetingFacts>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let may_restore = facts.with_untracked(|f| f.as_ref().is_some_and(|f| f.may_remove));
    let title = Signal::derive(move || {
        if by == board.actor().person {
            t(Key::MeetingRemovedHere)
        } else {
            tf(Key::MeetingRemovedBy, &[("name", &people::name_of(board, by))])
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
        <EmptyState title=title text=text(Key::MeetingRemovedText)>
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

/// It is not here: an old address.
#[component]
pub fn GoneMeeting(
    /// The meeting.
    id: ItemId,
) -> impl IntoView {
    keep_focus();
    view! {
        <EmptyState title=text(Key::MeetingGoneTitle) text=text(Key::MeetingGoneText)>
            <BackToAll/>
        </EmptyState>
        <KeptWords item=id/>
    }
}

#[component]
fn BackToAll() -> impl IntoView {
    view! {
        <LinkButton
            label=text(Key::MeetingsSeeAll)
            href=Path::Meetings.href()
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
