//! What the pages show of an objective, read from the board in one go.

use board::{
    id::ItemId,
    item::Suggestion,
    objective::{Horizon, ObjectiveState, Theme},
    op::TextField,
    permit::{Action, may},
    space::Side,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    features::objectives::unread::unread,
    i18n::{t, tf, tn},
    state::board::BoardState,
};

/// An objective as the person sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectiveFacts {
    /// In the mentee's own words.
    pub title: String,
    /// How far away.
    pub horizon: Horizon,
    /// What about.
    pub theme: Option<Theme>,
    /// Where it stands.
    pub state: ObjectiveState,
    /// Why it stands there.
    pub why: String,
    /// Where it lies.
    pub side: Side,
    /// Steps that are ticked.
    pub done: usize,
    /// Steps that are not.
    pub left: usize,
    /// Messages that this person has not seen.
    pub unread: usize,
    /// Whether two versions of a text wait for a choice.
    pub versions: bool,
    /// Set while it is the mentor's idea and no part of the plan.
    pub suggestion: Option<Suggestion>,
    /// May change horizon, theme and state, and remove it.
    pub may_plan: bool,
}

/// The facts of one objective; `None` when it is not there, or is removed.
#[must_use]
pub fn objective_facts(board: BoardState, id: ItemId) -> Memo<Option<ObjectiveFacts>> {
    Memo::new(move |_| {
        board.view().with(|world| {
            let (side, item) = world.find(id)?;
            let objective = item.as_objective().filter(|_| item.removed.is_none())?;
            let steps = world.steps(id);
            let done = steps
                .iter()
                .filter(|(_, step)| step.as_step().is_some_and(|step| step.done.is_some()))
                .count();
            let waits = |field| item.entry(&field).is_some_and(|entry| !entry.others.is_empty());
            let step_waits = steps
                .iter()
                .any(|(_, step)| step.as_step().is_some_and(|step| !step.title.others.is_empty()));
            let unread = unread(world, board.actor().person);
            Some(ObjectiveFacts {
                title: objective.title.text.clone(),
                horizon: objective.horizon.clone(),
                theme: objective.theme.clone(),
                state: objective.state.clone(),
                why: objective.why.clone(),
                side,
                done,
                left: steps.len() - done,
                unread: unread.iter().find(|unread| unread.about == id).map_or(0, |u| u.count),
                versions: waits(TextField::Title) || waits(TextField::Notes) || step_waits,
                suggestion: item.suggestion.clone(),
                may_plan: may(&board.actor(), Action::Plan, side, item),
            })
        })
    })
}

/// "2 steps done, one to do"; tracked.
#[must_use]
pub fn progress_text(done: usize, left: usize) -> String {
    match (done, left) {
        (0, 0) => t(Key::PlanStepsNone),
        (0, left) => tn(Key::PlanStepsTodo, left),
        (_, 0) => t(Key::PlanAllDone),
        (done, left) => {
            let (done, left) = (tn(Key::PlanStepsDone, done), tn(Key::PlanStepsLeft, left));
            tf(Key::PlanStepsBoth, &[("done", &done), ("left", &left)])
        }
    }
}
