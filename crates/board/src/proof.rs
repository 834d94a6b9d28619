//! The proof of job search (M31): what can stand on it. No comment, no referral, no reason of a
//! refusal; the mentee chooses line by line.

use crate::{
    application::{Application, Stage},
    id::ItemId,
    item::{Body, Item},
    objective::Theme,
    space::Side,
    step::Step,
    time::Timestamp,
    world::World,
};
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// Most lines of one proof.
pub const PROOF_MAX: usize = 300;

/// What came of something on the proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProofResult {
    /// Where the application stands.
    Stage(Stage),
    /// The step is done.
    Done,
    /// The step is not done yet.
    GoingOn,
}

/// One line: when, with whom, what, how, with what result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofRow {
    /// The application or the step.
    pub item: ItemId,
    /// The day.
    pub on: NaiveDate,
    /// The employer; empty for a step.
    pub employer: String,
    /// The job, or the step.
    pub what: String,
    /// How the mentee heard of the job; empty for a step.
    pub how: String,
    /// What came of it.
    pub result: ProofResult,
    /// Whether the mentee alone sees it on the board.
    pub private: bool,
    /// Whether it is chosen before the mentee chooses: it is plainly about work, and not private.
    pub proposed: bool,
}

/// The line of an item, when it can have one in these days. `day` tells the day of a moment.
#[must_use]
pub fn row(
    world: &World,
    side: Side,
    item: &Item,
    days: &RangeInclusive<NaiveDate>,
    day: &dyn Fn(Timestamp) -> NaiveDate,
) -> Option<ProofRow> {
    let in_time = |at: Timestamp| Some(day(at)).filter(|day| days.contains(day));
    let private = side == Side::Private;
    if !item.is_live() {
        return None;
    }
    match &item.body {
        Body::Application(application) => {
            let on = day_of_application(application, &in_time).or_else(|| in_time(item.at))?;
            Some(ProofRow {
                item: item.id,
                on,
                employer: application.employer.text.clone(),
                what: application.job.text.clone(),
                how: application.source.text.clone(),
                result: ProofResult::Stage(application.stage.clone()),
                private,
                proposed: !private && application.stage.is_sent(),
            })
        }
        Body::Step(step) => Some(ProofRow {
            item: item.id,
            on: step.done.and_then(in_time).or_else(|| in_time(item.at))?,
            employer: String::new(),
            what: step.title.text.clone(),
            how: String::new(),
            result: if step.done.is_some() { ProofResult::Done } else { ProofResult::GoingOn },
            private,
            proposed: !private && step.done.is_some() && is_about_work(world, step),
        }),
        _ => None,
    }
}

/// Every line of these days, oldest first.
#[must_use]
pub fn rows(
    world: &World,
    days: &RangeInclusive<NaiveDate>,
    day: &dyn Fn(Timestamp) -> NaiveDate,
) -> Vec<ProofRow> {
    let lines = world.items().filter_map(|(side, item)| row(world, side, item, days, day));
    let mut lines: Vec<ProofRow> = lines.collect();
    lines.sort_by(|a, b| {
        (a.on, &a.employer, &a.what, a.item).cmp(&(b.on, &b.employer, &b.what, b.item))
    });
    lines
}

/// The day it was sent, else the last thing that happened to it in that time.
fn day_of_application(
    application: &Application,
    in_time: &dyn Fn(Timestamp) -> Option<NaiveDate>,
) -> Option<NaiveDate> {
    let sent = application.moves.iter().find(|step| step.to.is_sent());
    let last = || application.moves.iter().rev().find_map(|step| in_time(step.at));
    sent.and_then(|step| in_time(step.at)).or_else(last)
}

/// Whether a step plainly serves work or training. Health, housing or money are nobody's business.
fn is_about_work(world: &World, step: &Step) -> bool {
    let objective = world.find(step.objective).and_then(|(_, item)| item.as_objective());
    objective.is_some_and(|objective| {
        matches!(
            objective.theme,
            Some(Theme::Job | Theme::Training | Theme::Language | Theme::Diploma)
        )
    })
}

#[cfg(test)]
mod tests;
