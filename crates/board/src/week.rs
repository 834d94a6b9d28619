//! What "this week" shows (features.md M03): which three things come next, and what moved.

use crate::{
    actor::Seat,
    application::Stage,
    id::ItemId,
    item::{Body, Item},
    objective::{Horizon, ObjectiveState},
    order::Order,
    step::Who,
    time::Timestamp,
    world::World,
};
use chrono::{Days, NaiveDate};

/// As many as a person keeps in mind (features.md M03).
pub const MOST: usize = 3;

/// Next actions of applications come up this many days ahead.
const DAYS_AHEAD: u64 = 7;

/// What comes first: for a mentor their own steps; then by day; then the nearer horizon.
type Rank = (bool, NaiveDate, u8, Timestamp, Option<Order>, ItemId);

/// At most three things to do. Those in `shown` stay as long as they are on the plan, ticked or
/// not: a row never leaves under somebody's finger, and what arrives goes below.
#[must_use]
pub fn next_things(world: &World, seat: Seat, today: NaiveDate, shown: &[ItemId]) -> Vec<ItemId> {
    let stays = |id: &&ItemId| world.find(**id).is_some_and(|(_, item)| is_current(world, item));
    let mut things = shown.iter().filter(stays).copied().collect::<Vec<_>>();
    let mut more = world
        .items()
        .filter(|(_, item)| is_current(world, item) && !things.contains(&item.id))
        .filter_map(|(_, item)| rank(world, seat, today, item))
        .collect::<Vec<_>>();
    more.sort();
    things.extend(more.into_iter().map(|(.., id)| id));
    things.truncate(MOST);
    things
}

/// Whether the item belongs on the plan as it is now, done or not.
fn is_current(world: &World, item: &Item) -> bool {
    item.is_live()
        && match &item.body {
            Body::Step(step) => world.find(step.objective).is_some_and(|(_, parent)| {
                parent.is_live()
                    && parent.as_objective().is_some_and(|o| o.state == ObjectiveState::Active)
            }),
            Body::Application(application) => {
                application.planned().is_some_and(|(_, on)| on.is_some())
            }
            _ => false,
        }
}

fn rank(world: &World, seat: Seat, today: NaiveDate, item: &Item) -> Option<Rank> {
    match &item.body {
        Body::Step(step) if step.done.is_none() => {
            let (_, parent) = world.find(step.objective)?;
            let horizon = match parent.as_objective()?.horizon {
                Horizon::Short => 0,
                Horizon::Medium => 1,
                Horizon::Long | Horizon::Other(_) => 2,
            };
            let later = seat == Seat::Mentor && step.who == Who::Mentee;
            let day = step.due.unwrap_or(NaiveDate::MAX);
            Some((later, day, horizon, parent.at, Some(step.order.clone()), item.id))
        }
        Body::Application(application) => {
            let day = application.planned()?.1?;
            let soon = today.checked_add_days(Days::new(DAYS_AHEAD)).is_none_or(|end| day <= end);
            soon.then_some((seat == Seat::Mentor, day, 0, item.at, None, item.id))
        }
        _ => None,
    }
}

/// Steps ticked and applications sent at moments that count: a story, never a score.
#[must_use]
pub fn moved(world: &World, counts: impl Fn(Timestamp) -> bool) -> (usize, usize) {
    let (mut steps, mut sent) = (0, 0);
    for (_, item) in world.items().filter(|(_, item)| item.is_live()) {
        match &item.body {
            Body::Step(step) => steps += usize::from(step.done.is_some_and(&counts)),
            Body::Application(application) => {
                let went = application.moves.iter().any(|m| m.to == Stage::Sent && counts(m.at));
                sent += usize::from(went);
            }
            _ => {}
        }
    }
    (steps, sent)
}

#[cfg(test)]
mod tests;
