//! Meetings find their shelf by their state and by today.

use super::*;
use crate::{
    actor::{Actor, Seat},
    entry::Entry,
    item::Body,
    meeting::{DayTime, MeetingHow},
    op::{AddItem, Op},
    time::Timestamp,
};
use uuid::Uuid;

const MENTEE: Actor = Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::Mentee };
const MENTOR: Actor = Actor { person: PersonId(Uuid::from_u128(2)), seat: Seat::Mentor };

fn id(number: u128) -> ItemId {
    ItemId(Uuid::from_u128(number))
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn add(world: &mut World, number: u128, on: NaiveDate, hour: Option<u16>, state: MeetingState) {
    let body = Body::Meeting(Meeting {
        on,
        time: hour.map(|hour| DayTime(hour * 60)),
        how: MeetingHow::Phone,
        state,
        minutes: None,
        logged: Vec::new(),
        moved_by: None,
        said: None,
        place: Entry::default(),
        notes: Entry::default(),
    });
    let op = Op::Add(AddItem { id: id(number), only_me: false, body });
    world.commit(&MENTEE, Timestamp(1), &op).unwrap();
}

fn set(world: &mut World, number: u128, state: MeetingState) {
    let op = Op::SetMeeting { item: id(number), state, minutes: None };
    world.commit(&MENTOR, Timestamp(2), &op).unwrap();
}

/// Proposed, agreed, gone by and held ones around the tenth of March.
fn world() -> World {
    let mut world = World::default();
    for (number, on, hour) in [
        (1, day(3, 20), None),
        (2, day(3, 12), Some(16)),
        (3, day(3, 12), Some(9)),
        (4, day(3, 9), None),
        (5, day(3, 25), None),
    ] {
        add(&mut world, number, on, hour, MeetingState::Proposed);
    }
    set(&mut world, 2, MeetingState::Planned);
    set(&mut world, 3, MeetingState::Planned);
    set(&mut world, 5, MeetingState::Declined);
    for (number, on) in [(6, day(2, 3)), (7, day(3, 2)), (8, day(3, 5))] {
        add(&mut world, number, on, None, MeetingState::Held);
    }
    world
}

#[test]
fn each_stands_on_its_shelf() {
    let shelves = shelves(&world(), day(3, 10));
    assert_eq!(shelves.next, Some(id(3)));
    assert_eq!(shelves.later, [id(2)]);
    assert_eq!(shelves.open, [id(1), id(5)]);
    assert_eq!(shelves.to_note, [id(4)]);
    let past = [(day(3, 1), vec![id(8), id(7)]), (day(2, 1), vec![id(6)])];
    assert_eq!(shelves.past, past);
    assert_eq!(shelves.all().len(), 8);
}

#[test]
fn a_proposal_waits_for_the_other_one_only() {
    let world = world();
    let first = |reader: Actor| to_answer(&world, reader.person, day(3, 10)).map(|item| item.id);
    assert_eq!(first(MENTOR), Some(id(1)));
    assert_eq!(first(MENTEE), None);
}

#[test]
fn the_last_one_and_its_twin() {
    let mut world = world();
    assert_eq!(last_held(&world, day(3, 10)).map(|item| item.id), Some(id(8)));
    assert_eq!(next_meeting(&world, day(3, 13)), None);
    assert_eq!(twin(&world, id(99), day(3, 5)).map(|item| item.id), Some(id(8)));
    let gone = Op::Remove { item: id(8) };
    world.commit(&MENTEE, Timestamp(3), &gone).unwrap();
    assert_eq!(twin(&world, id(99), day(3, 5)), None);
}
