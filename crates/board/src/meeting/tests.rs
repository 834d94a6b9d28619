//! What happens to a meeting when both of the two say something about it.

use super::*;
use crate::{
    actor::{Actor, Seat},
    id::ItemId,
    item::Body,
    op::{AddItem, Op},
    reject::Reject,
    time::Timestamp,
    world::World,
};
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_700_000_000_000);
const MENTEE: Actor = Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::Mentee };
const MENTOR: Actor = Actor { person: PersonId(Uuid::from_u128(2)), seat: Seat::Mentor };

fn id(number: u128) -> ItemId {
    ItemId(Uuid::from_u128(number))
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

fn add(number: u128, on: NaiveDate, state: MeetingState, minutes: Option<u16>) -> Op {
    let body = Body::Meeting(Meeting {
        on,
        time: None,
        how: MeetingHow::InPerson,
        state,
        minutes,
        logged: Vec::new(),
        moved_by: None,
        said: None,
        place: Entry::default(),
        notes: Entry::default(),
    });
    Op::Add(AddItem { id: id(number), only_me: false, body })
}

fn set(state: MeetingState, minutes: Option<u16>) -> Op {
    Op::SetMeeting { item: id(1), state, minutes }
}

fn correct(on: NaiveDate) -> Op {
    Op::CorrectMeeting { item: id(1), on, how: MeetingHow::Phone, minutes: Some(30) }
}

fn moved(on: NaiveDate) -> Op {
    Op::MoveMeeting { item: id(1), on, time: None, how: MeetingHow::Video }
}

/// The first meeting after these operations.
fn after(then: &[(Actor, Op)]) -> Meeting {
    let mut world = World::default();
    for (actor, op) in then {
        world.commit(actor, NOW, op).unwrap();
    }
    world.find(id(1)).unwrap().1.as_meeting().unwrap().clone()
}

#[test]
fn both_note_the_same_day_and_have_one_meeting() {
    let noted = after(&[
        (MENTEE, add(1, day(5), MeetingState::Held, Some(60))),
        (MENTOR, add(2, day(5), MeetingState::Held, Some(90))),
    ]);
    assert_eq!(noted.logged, [MENTEE.person, MENTOR.person]);
    assert_eq!(noted.minutes, Some(90), "the last word counts, and can be corrected");
}

#[test]
fn what_is_over_can_be_corrected_by_either() {
    let held = (MENTEE, add(1, day(5), MeetingState::Held, Some(60)));
    let corrected = after(&[held, (MENTOR, correct(day(6)))]);
    assert_eq!((corrected.on, corrected.minutes), (day(6), Some(30)));
    assert_eq!(corrected.how, MeetingHow::Phone);
    assert_eq!(corrected.state, MeetingState::Held);
    let planned = (MENTEE, add(1, day(5), MeetingState::Proposed, None));
    assert_eq!(after(&[planned, (MENTOR, correct(day(6)))]).on, day(5), "not before it is over");
}

#[test]
fn another_day_comes_too_late_for_what_took_place() {
    let proposed = (MENTEE, add(1, day(5), MeetingState::Proposed, None));
    let held = (MENTOR, set(MeetingState::Held, Some(60)));
    let late = after(&[proposed.clone(), held, (MENTEE, moved(day(12)))]);
    assert_eq!((late.on, late.state), (day(5), MeetingState::Held));
    let declined = (MENTOR, set(MeetingState::Declined, None));
    let anew = after(&[proposed, declined, (MENTOR, moved(day(12)))]);
    assert_eq!(
        (anew.on, anew.state, anew.moved_by),
        (day(12), MeetingState::Proposed, Some(MENTOR.person))
    );
}

#[test]
fn only_the_other_one_says_yes() {
    let mut world = World::default();
    world.commit(&MENTEE, NOW, &add(1, day(5), MeetingState::Proposed, None)).unwrap();
    let yes = set(MeetingState::Planned, None);
    assert_eq!(world.commit(&MENTEE, NOW, &yes), Err(Reject::NotAllowed));
    world.commit(&MENTOR, NOW, &yes).unwrap();
    world.commit(&MENTEE, NOW, &moved(day(6))).unwrap();
    assert_eq!(world.commit(&MENTEE, NOW, &yes), Err(Reject::NotAllowed));
    world.commit(&MENTOR, NOW, &yes).unwrap();
}

#[test]
fn a_length_that_no_day_has_is_refused() {
    let mut world = World::default();
    let long = add(1, day(5), MeetingState::Held, Some(MINUTES_MAX + 1));
    assert_eq!(world.commit(&MENTEE, NOW, &long), Err(Reject::UnknownValue));
}
