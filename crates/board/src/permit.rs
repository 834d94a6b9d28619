//! Who may do what: the one table that serves the server's check, the app's buttons, the "who
//! sees what" page and the tests.

use crate::{
    actor::{Actor, Seat},
    item::{Item, Kind, Suggestion},
    meeting::MeetingState,
    space::Side,
    step::Who,
};

/// What a person may want to do with an item, coarser than an [`Op`](crate::op::Op).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Say something about it.
    Comment,
    /// Change its texts, or settle two versions.
    Write,
    /// Horizon, theme, state, stage, days, who does it, order, a new step.
    Plan,
    /// Tick or untick it; say "I went".
    Tick,
    /// Say that it was read.
    See,
    /// Remove it and bring it back.
    Remove,
    /// Share it or keep it to oneself.
    Share,
    /// Take or decline it, when it is an idea of the mentor.
    Answer,
    /// Say how far the reading of a CV is.
    Review,
    /// Put one's name under it.
    Sign,
}

impl Action {
    /// Every action, for tables and tests.
    pub const ALL: [Self; 10] = [
        Self::Comment,
        Self::Write,
        Self::Plan,
        Self::Tick,
        Self::See,
        Self::Remove,
        Self::Share,
        Self::Answer,
        Self::Review,
        Self::Sign,
    ];
}

/// Whether `actor` may do `action` to `item`, which lies on `side` of what the actor sees.
///
/// The board belongs to the mentee: the mentor writes with them and comments, and what the plan
/// is stays the mentee's decision. Comments, notes and answers to "how is it going" belong to
/// their author alone; meetings, breaks and the agreement to both.
#[must_use]
pub fn may(actor: &Actor, action: Action, side: Side, item: &Item) -> bool {
    let own = item.by == actor.person;
    let kind = item.body.kind();
    if !can_be_done(action, item) {
        return false;
    }
    match kind {
        Kind::Comment => match action {
            Action::Write | Action::Remove => own,
            Action::See => !own && side == Side::Shared,
            Action::Share => own && item.only_me,
            // A question is settled by whoever was asked, or by whoever asked.
            Action::Answer => side == Side::Shared,
            _ => false,
        },
        Kind::Note | Kind::Pulse => match action {
            Action::Write | Action::Remove => own,
            Action::Comment => side == Side::Shared,
            _ => false,
        },
        Kind::Meeting | Kind::Agreement | Kind::Pause => match action {
            Action::Remove => own || actor.seat == Seat::Mentee,
            _ => true,
        },
        _ => match (actor.seat, side) {
            (Seat::Mentee, _) => true,
            (Seat::Mentor, Side::Private) => false,
            (Seat::Mentor, Side::Shared) => mentor_may(action, own, &kind, item),
        },
    }
}

/// Whether the action makes sense for such an item, whoever asks.
fn can_be_done(action: Action, item: &Item) -> bool {
    let kind = item.body.kind();
    match action {
        Action::See => kind == Kind::Comment,
        Action::Answer => {
            item.suggestion == Some(Suggestion::Open)
                || item.as_comment().is_some_and(|comment| comment.asks)
        }
        Action::Review => kind == Kind::CvVersion,
        Action::Sign => kind == Kind::Agreement,
        Action::Tick => matches!(kind, Kind::Step | Kind::Referral),
        Action::Share => !matches!(
            kind,
            Kind::Meeting | Kind::Agreement | Kind::Pause | Kind::Note | Kind::Pulse
        ),
        Action::Plan => !matches!(kind, Kind::Pulse | Kind::Note | Kind::Comment),
        Action::Comment => kind != Kind::Comment && kind != Kind::Note,
        Action::Write | Action::Remove => true,
    }
}

/// What the mentor may do with a shared item of the mentee's plan.
fn mentor_may(action: Action, own: bool, kind: &Kind, item: &Item) -> bool {
    // An idea of one's own can be changed and taken back until it is answered.
    let own_idea = own && item.suggestion.is_some();
    match action {
        Action::Comment | Action::Review => true,
        Action::Write => !matches!(kind, Kind::Project | Kind::CodeMark),
        Action::Tick => {
            item.as_step().is_some_and(|step| matches!(step.who, Who::Mentor | Who::Both))
                && item.suggestion.is_none()
        }
        Action::Plan => own_idea || (*kind == Kind::Referral),
        Action::Remove => own_idea || (own && matches!(kind, Kind::Referral | Kind::Contact)),
        Action::See | Action::Share | Action::Answer | Action::Sign => false,
    }
}

/// Whether `actor` may add items of this kind as facts of the board.
///
/// Steps, entries and comments also need a right on the item they are added to.
#[must_use]
pub fn may_add(actor: &Actor, kind: &Kind) -> bool {
    let of_both = matches!(
        kind,
        Kind::Referral
            | Kind::Meeting
            | Kind::Contact
            | Kind::Pulse
            | Kind::Agreement
            | Kind::Pause
            | Kind::Note
            | Kind::Comment
    );
    kind.is_known() && (actor.seat == Seat::Mentee || of_both)
}

/// Whether `actor` may add items of this kind as ideas: a mentor's objectives, steps and
/// applications wait for the mentee's yes (T03).
#[must_use]
pub fn may_suggest(actor: &Actor, kind: &Kind) -> bool {
    actor.seat == Seat::Mentor && matches!(kind, Kind::Objective | Kind::Step | Kind::Application)
}

/// Whether the actor may bring a meeting into this state now.
///
/// A proposal needs the other one's yes; what took place can be noted by either (T05).
#[must_use]
pub fn may_set_meeting(actor: &Actor, item: &Item, to: &MeetingState) -> bool {
    let Some(meeting) = item.as_meeting() else { return false };
    match to {
        MeetingState::Planned | MeetingState::Declined => {
            meeting.state == MeetingState::Proposed && meeting.proposed_by(item) != actor.person
        }
        MeetingState::Held | MeetingState::Missed | MeetingState::Excused => true,
        MeetingState::Proposed | MeetingState::Other(_) => false,
    }
}
