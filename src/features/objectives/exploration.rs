//! "I do not know yet" is an answer: an objective with three small steps to find out, and a
//! career aim without a sector (M08).

use board::{
    entry::Entry,
    id::ItemId,
    item::Body,
    objective::{Horizon, Theme},
    op::{AddItem, AddObjective, AddStep, Op},
    order::Order,
    project::{Project, current},
    reject::Reject,
    step::Who,
};
use leptos::prelude::*;
use words::Key;

use crate::{i18n::t, state::board::BoardState};

/// Adds the objective, its steps and, where none is, the open aim, in the words of the page's language.
///
/// # Errors
/// The first [`Reject`]; what was added before it stays.
pub fn start_exploring(board: BoardState) -> Result<ItemId, Reject> {
    let objective = board.new_id();
    board.act(Op::AddObjective(AddObjective {
        id: objective,
        title: t(Key::ExplorationTitle),
        horizon: Horizon::Short,
        theme: Some(Theme::Job),
        notes: String::new(),
        only_me: false,
        suggested: false,
    }))?;
    let mut last = None;
    for key in [Key::ExplorationInterests, Key::ExplorationPeople, Key::ExplorationVisit] {
        let order = Order::between(last.as_ref(), None);
        last = Some(order.clone());
        board.act(Op::AddStep(AddStep {
            id: board.new_id(),
            objective,
            title: t(key),
            due: None,
            who: Who::Mentee,
            order,
            only_me: false,
            suggested: false,
        }))?;
    }
    let is_open = board.view().with_untracked(|world| current(world).is_none());
    if is_open {
        let (sector, occupation, notes) = (None, None, Entry::default());
        let body = Body::Project(Project { sector, occupation, notes });
        board.act(Op::Add(AddItem { id: board.new_id(), only_me: false, body }))?;
    }
    Ok(objective)
}
