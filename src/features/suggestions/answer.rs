//! Taking or declining an idea, with the way back.

use board::{
    id::ItemId,
    item::{Body, Item},
    op::Op,
};
use words::Key;

use crate::{
    features::{
        applications::card::card_id as application_id, live_text::errors::reject_text,
        objectives::card::card_id as objective_id, removed::undo, steps::tick::tick_id,
    },
    platform::{announce::announce, focus},
    state::board::BoardState,
};

/// The id of the heading of an idea.
#[must_use]
pub fn idea_id(idea: ItemId) -> String {
    format!("idea-{idea}")
}

/// Takes an idea into the plan or leaves it aside, says so, and offers the way back.
///
/// The focus goes to what it became, where that stands on the page.
pub fn answer(board: BoardState, item: &Item, title: String, accept: bool) {
    let id = item.id;
    if let Err(reject) = board.act(Op::AnswerSuggestion { item: id, accept }) {
        return announce(&reject_text(&reject));
    }
    let said = if accept { Key::SuggestionAccepted } else { Key::SuggestionDeclined };
    undo::offer(Op::ReopenSuggestion { item: id }, said, title, idea_id(id));
    if accept {
        focus::focus_soon(place_on_plan(item));
    }
}

/// Lets an idea that was left aside wait for an answer again.
pub fn think_again(board: BoardState, id: ItemId, title: String) {
    match board.act(Op::ReopenSuggestion { item: id }) {
        Ok(()) => {
            let back = Op::AnswerSuggestion { item: id, accept: false };
            undo::offer(back, Key::SuggestionAgainDone, title, idea_id(id));
            focus::focus_soon(idea_id(id));
        }
        Err(reject) => announce(&reject_text(&reject)),
    }
}

/// The mentor takes back an idea of their own.
pub fn take_back(board: BoardState, id: ItemId, title: String) {
    if let Err(reject) = undo::remove(board, id, Key::SuggestionTakenBack, title, idea_id(id)) {
        announce(&reject_text(&reject));
    }
}

/// The element that an item has as a part of the plan.
fn place_on_plan(item: &Item) -> String {
    match item.body {
        Body::Step(_) => tick_id(item.id),
        Body::Application(_) => application_id(item.id),
        _ => objective_id(item.id),
    }
}
