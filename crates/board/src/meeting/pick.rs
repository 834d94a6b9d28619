//! Which meeting stands where. Pure, so that the choice can be tested.

use crate::{
    id::{ItemId, PersonId},
    item::Item,
    meeting::{Meeting, MeetingState},
    world::World,
};
use chrono::{Datelike, NaiveDate};

/// The meetings of a page, shelf by shelf.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelves {
    /// The next one that both agreed on.
    pub next: Option<ItemId>,
    /// Still to agree on: an answer is due, or another day.
    pub open: Vec<ItemId>,
    /// Agreed on, after the next one.
    pub later: Vec<ItemId>,
    /// Their day is over, and nobody said what became of them.
    pub to_note: Vec<ItemId>,
    /// What was, by month, latest first.
    pub past: Vec<(NaiveDate, Vec<ItemId>)>,
}

impl Shelves {
    /// Every meeting in the order of the page.
    #[must_use]
    pub fn all(&self) -> Vec<ItemId> {
        let past = self.past.iter().flat_map(|(_, ids)| ids);
        let shelves = [&self.to_note, &self.open, &self.later].into_iter().flatten();
        self.next.iter().chain(shelves).chain(past).copied().collect()
    }
}

/// Puts the meetings that were not removed on their shelves.
#[must_use]
pub fn shelves(world: &World, today: NaiveDate) -> Shelves {
    let mut shelves = Shelves::default();
    for item in in_order(world) {
        let Some(meeting) = item.as_meeting() else { continue };
        match shelf_of(meeting, today) {
            Shelf::Ahead if shelves.next.is_none() => shelves.next = Some(item.id),
            Shelf::Ahead => shelves.later.push(item.id),
            Shelf::Open => shelves.open.push(item.id),
            Shelf::ToNote => shelves.to_note.push(item.id),
            Shelf::Past => {
                let month = meeting.on.with_day(1).unwrap_or(meeting.on);
                match shelves.past.last_mut() {
                    Some((known, ids)) if *known == month => ids.insert(0, item.id),
                    _ => shelves.past.push((month, vec![item.id])),
                }
            }
        }
    }
    shelves.past.reverse();
    shelves
}

/// The next meeting that both agreed on.
#[must_use]
pub fn next_meeting(world: &World, today: NaiveDate) -> Option<&Item> {
    let ahead = |item: &&Item| {
        item.as_meeting().is_some_and(|meeting| shelf_of(meeting, today) == Shelf::Ahead)
    };
    in_order(world).into_iter().find(ahead)
}

/// The first proposal that waits for this person's yes.
#[must_use]
pub fn to_answer(world: &World, reader: PersonId, today: NaiveDate) -> Option<&Item> {
    in_order(world).into_iter().find(|item| {
        item.as_meeting().is_some_and(|meeting| {
            meeting.state == MeetingState::Proposed
                && meeting.on >= today
                && meeting.proposed_by(item) != reader
        })
    })
}

/// The last meeting that took place, up to today.
#[must_use]
pub fn last_held(world: &World, today: NaiveDate) -> Option<&Item> {
    in_order(world).into_iter().rev().find(|item| {
        item.as_meeting()
            .is_some_and(|meeting| meeting.state == MeetingState::Held && meeting.on <= today)
    })
}

/// The meeting on a day that took place, other than this one: what a second note of it became.
#[must_use]
pub fn twin(world: &World, id: ItemId, on: NaiveDate) -> Option<&Item> {
    in_order(world).into_iter().find(|item| {
        item.id != id
            && item
                .as_meeting()
                .is_some_and(|meeting| meeting.on == on && meeting.state == MeetingState::Held)
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shelf {
    Ahead,
    Open,
    ToNote,
    Past,
}

fn shelf_of(meeting: &Meeting, today: NaiveDate) -> Shelf {
    match meeting.state {
        MeetingState::Planned if meeting.on >= today => Shelf::Ahead,
        MeetingState::Proposed | MeetingState::Declined if meeting.on >= today => Shelf::Open,
        MeetingState::Planned | MeetingState::Proposed => Shelf::ToNote,
        _ => Shelf::Past,
    }
}

/// By day and time, earliest first.
fn in_order(world: &World) -> Vec<&Item> {
    let mut meetings = world
        .items()
        .filter(|(_, item)| item.is_live())
        .filter_map(|(_, item)| Some((item.as_meeting()?, item)))
        .collect::<Vec<_>>();
    meetings.sort_by_key(|(meeting, item)| (meeting.on, meeting.time, item.id));
    meetings.into_iter().map(|(_, item)| item).collect()
}

#[cfg(test)]
mod tests;
