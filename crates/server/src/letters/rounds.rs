//! What the letter of the week tells somebody who looks after duos: how many, and nothing else.

use crate::{
    local,
    store::{Store, StoreError},
};
use board::{
    health::{DuoState, health},
    id::PersonId,
    time::Timestamp,
};

/// Numbers of one coordinator's duos.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rounds {
    /// Calls for help that wait.
    pub(super) help: u32,
    /// People to call by today.
    pub(super) contacts: u32,
    /// Questions to ask, three, six or twelve months after.
    pub(super) follow_ups: u32,
    /// Running duos by state, the one to look at first before the others.
    pub(super) states: Vec<(DuoState, u32)>,
}

/// The numbers of a moment.
pub(super) async fn of(
    store: &dyn Store,
    person: PersonId,
    now: Timestamp,
) -> Result<Rounds, StoreError> {
    let today = local::day(now);
    let calendar = store.contact_calendar(person, false, now).await?;
    let due = calendar.tasks.iter().filter(|task| task.due <= today).count();
    let asked = store.follow_up_list(person, now, 0).await?;
    let help = store.open_help(person).await?.len();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(Rounds {
        help: number(help),
        contacts: number(due) + if due == calendar.tasks.len() { calendar.more } else { 0 },
        follow_ups: asked.total,
        states: states(store, person, now).await?,
    })
}

async fn states(
    store: &dyn Store,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<(DuoState, u32)>, StoreError> {
    let today = local::day(now);
    let duos = store.caseload(person, None).await?;
    let found = duos.iter().map(|duo| health(&duo.facts, today, &duo.branch.thresholds).state);
    let found: Vec<DuoState> = found.filter(|state| *state != DuoState::Closed).collect();
    let count = |state| found.iter().filter(|one| **one == state).count();
    let states = DuoState::BY_NEED.into_iter().filter(|state| *state != DuoState::Closed);
    Ok(states.map(|state| (state, u32::try_from(count(state)).unwrap_or(u32::MAX))).collect())
}
