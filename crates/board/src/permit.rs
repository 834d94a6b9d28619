//! Who may do what: the one table that serves the server's check, the app's buttons, the "who
//! sees what" page and the tests.

use crate::{
    actor::{Actor, Seat},
    item::{Body, Item},
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
    /// Tick or untick it.
    Tick,
    /// Say that it was read.
    See,
    /// Remove it and bring it back.
    Remove,
    /// Share it or keep it to oneself.
    Share,
}

impl Action {
    /// Every action, for tables and tests.
    pub const ALL: [Self; 7] =
        [Self::Comment, Self::Write, Self::Plan, Self::Tick, Self::See, Self::Remove, Self::Share];
}

/// Whether `actor` may do `action` to `item`, which lies on `side` of what the actor sees.
///
/// The board belongs to the mentee: the mentor writes with them and comments, and what the plan
/// is stays the mentee's decision. A comment belongs to its author alone.
#[must_use]
pub fn may(actor: &Actor, action: Action, side: Side, item: &Item) -> bool {
    if matches!(item.body, Body::Comment(_)) {
        return may_with_comment(actor, action, side, item);
    }
    match (actor.seat, side, action) {
        (_, _, Action::See) => false,
        (Seat::Mentee, _, Action::Tick) => item.as_step().is_some(),
        (Seat::Mentee, _, _) => true,
        (Seat::Mentor, Side::Shared, Action::Comment | Action::Write) => true,
        (Seat::Mentor, Side::Shared, Action::Tick) => {
            item.as_step().is_some_and(|step| matches!(step.who, Who::Mentor | Who::Both))
        }
        (Seat::Mentor, _, _) => false,
    }
}

fn may_with_comment(actor: &Actor, action: Action, side: Side, comment: &Item) -> bool {
    let own = comment.by == actor.person;
    match action {
        Action::Write | Action::Remove => own,
        Action::See => !own && side == Side::Shared,
        Action::Share => own && comment.only_me,
        Action::Comment | Action::Plan | Action::Tick => false,
    }
}

/// Whether `actor` may add objectives and applications. A mentor's ideas arrive as suggestions
/// (features.md T03), never as facts.
#[must_use]
pub fn may_add(actor: &Actor) -> bool {
    actor.seat == Seat::Mentee
}
