//! The box in front of a step.

use board::{id::ItemId, op::Op};
use leptos::prelude::*;
use words::Key;

use crate::{
    features::{
        live_text::errors::reject_text,
        steps::facts::{StepFacts, fact},
    },
    i18n::tf,
    platform::announce::announce,
    state::board::BoardState,
};

/// The id of the box, which its label points to.
#[must_use]
pub fn tick_id(step: ItemId) -> String {
    format!("step-{step}")
}

/// A native checkbox; a label elsewhere in the row names it.
#[component]
pub fn Tick(
    /// The step.
    id: ItemId,
    /// What the board says of it.
    facts: Memo<Option<StepFacts>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let done = fact(facts, |facts| facts.done);
    let change = move |event| {
        let done = event_target_checked(&event);
        let title = facts.with_untracked(|facts| facts.as_ref().map(|f| f.title.clone()));
        let key = if done { Key::StepDone } else { Key::StepUndone };
        match board.act(Op::TickStep { item: id, done }) {
            Ok(()) => announce(&tf(key, &[("title", &title.unwrap_or_default())])),
            Err(reject) => announce(&reject_text(&reject)),
        }
    };
    view! {
        <input
            class="step__check"
            type="checkbox"
            id=tick_id(id)
            prop:checked=done
            on:change=change
        />
    }
}
