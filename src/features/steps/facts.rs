//! What a row shows of a step, read from the board in one go.

use board::{
    id::ItemId,
    permit::{Action, may},
    space::Side,
    step::Who,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::choice::ChoiceOption,
    features::privacy::other_person,
    i18n::{format, t, tf},
    platform::clock,
    state::board::BoardState,
};

/// A step as the person sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct StepFacts {
    /// What to do.
    pub title: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Who does it.
    pub who: Who,
    /// Whether it is ticked.
    pub done: bool,
    /// Where it lies.
    pub side: Side,
    /// Whether its objective is shared, so that "only me" says something.
    pub under_shared: bool,
    /// Whether two versions of its title wait for a choice.
    pub versions: bool,
    /// What the person may do.
    pub may_tick: bool,
    /// May change its words.
    pub may_write: bool,
    /// May change its day, who does it and its place, and remove it.
    pub may_plan: bool,
}

/// Whether something is true of a step; not of one that is no longer there.
#[must_use]
pub fn fact(facts: Memo<Option<StepFacts>>, read: fn(&StepFacts) -> bool) -> Memo<bool> {
    Memo::new(move |_| facts.with(|facts| facts.as_ref().is_some_and(read)))
}

/// The title of a step; nothing of one that is no longer there.
#[must_use]
pub fn title_of(facts: Memo<Option<StepFacts>>) -> Signal<String> {
    Signal::derive(move || {
        facts.with(|facts| facts.as_ref().map(|f| f.title.clone()).unwrap_or_default())
    })
}

/// The facts of one step; `None` when it is no longer there.
#[must_use]
pub fn step_facts(board: BoardState, id: ItemId) -> Memo<Option<StepFacts>> {
    Memo::new(move |_| {
        board.view().with(|world| {
            let (side, item) = world.find(id)?;
            let step = item.as_step()?;
            let allowed = |action| may(&board.actor(), action, side, item);
            let objective = world.find(step.objective);
            Some(StepFacts {
                title: step.title.text.clone(),
                due: step.due,
                who: step.who.clone(),
                done: step.done.is_some(),
                side,
                under_shared: objective.is_some_and(|(side, _)| side == Side::Shared),
                versions: !step.title.others.is_empty(),
                may_tick: allowed(Action::Tick),
                may_write: allowed(Action::Write),
                may_plan: allowed(Action::Plan),
            })
        })
    })
}

/// "for today", "for Tuesday 24 March" within a week, "for 26 April"; tracked.
#[must_use]
pub fn due_text(due: NaiveDate) -> String {
    match (due - clock::today()).num_days() {
        0 => t(Key::StepDueToday),
        1 => t(Key::StepDueTomorrow),
        2..7 => tf(Key::StepDueDay, &[("date", &format::long_date(due))]),
        _ => tf(Key::StepDueOn, &[("date", &format::short_date(due))]),
    }
}

/// Who does it, from where the person sits; tracked.
#[must_use]
pub fn who_text(board: BoardState, who: &Who) -> String {
    match (who, board.is_mentee()) {
        (Who::Both, _) => t(Key::StepWhoBoth),
        (Who::Mentee, true) | (Who::Mentor, false) => t(Key::StepWhoMe),
        (Who::Mentee, false) | (Who::Mentor, true) => other_person(board),
        (Who::Other(_), _) => t(Key::StepWhoOther),
    }
}

/// The answers to "who does it?".
#[must_use]
pub fn who_options(board: BoardState) -> Signal<Vec<ChoiceOption>> {
    let option = move |who: &'static Who| {
        ChoiceOption::new(who.as_str(), Signal::derive(move || who_text(board, who)))
    };
    Signal::stored(Who::ALL.iter().map(option).collect())
}
