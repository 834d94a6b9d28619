//! A question waits for exactly as long as nobody has dealt with it.

use super::*;
use crate::{
    actor::{Actor, Seat},
    objective::Horizon,
    op::{AddComment, AddObjective, Op},
};
use uuid::Uuid;

const MENTEE: Actor = Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::Mentee };
const MENTOR: Actor = Actor { person: PersonId(Uuid::from_u128(2)), seat: Seat::Mentor };

fn id(number: u128) -> ItemId {
    ItemId(Uuid::from_u128(number))
}

fn say(number: u128, asks: bool, only_me: bool) -> Op {
    let text = "On en parle ?".into();
    Op::AddComment(AddComment { id: id(number), on: id(10), text, only_me, asks })
}

/// An objective, and a question of the mentee about it.
fn asked() -> World {
    let mut world = World::default();
    let objective = Op::AddObjective(AddObjective {
        id: id(10),
        title: "Travailler en crèche".into(),
        horizon: Horizon::Short,
        theme: None,
        notes: String::new(),
        only_me: false,
        suggested: false,
    });
    world.commit(&MENTEE, Timestamp(1), &objective).unwrap();
    world.commit(&MENTEE, Timestamp(2), &say(11, true, false)).unwrap();
    world
}

/// Who is asked after these operations: the mentee, the mentor.
fn waits(then: &[(Actor, Op)]) -> (usize, usize) {
    let mut world = asked();
    for (place, (actor, op)) in (3..).zip(then) {
        world.commit(actor, Timestamp(place), op).unwrap();
    }
    let to = |reader: Actor| {
        let open = open_questions(&world, reader.person);
        open.iter().filter(|question| question.to_reader).count()
    };
    (to(MENTEE), to(MENTOR))
}

#[test]
fn it_waits_for_the_other_one() {
    assert_eq!(waits(&[]), (0, 1));
    assert_eq!(waits(&[(MENTEE, say(12, false, false))]), (0, 1), "more words of one's own");
}

#[test]
fn an_answer_ends_it_and_may_ask_back() {
    assert_eq!(waits(&[(MENTOR, say(12, false, false))]), (0, 0));
    assert_eq!(waits(&[(MENTOR, say(12, true, false))]), (1, 0));
    let taken_back = [(MENTOR, say(12, false, false)), (MENTOR, Op::Remove { item: id(12) })];
    assert_eq!(waits(&taken_back), (0, 1));
}

#[test]
fn either_can_settle_it() {
    for actor in [MENTEE, MENTOR] {
        assert_eq!(waits(&[(actor, Op::Settle { item: id(11) })]), (0, 0));
    }
}

#[test]
fn what_goes_away_asks_nothing() {
    for item in [11, 10] {
        assert_eq!(waits(&[(MENTEE, Op::Remove { item: id(item) })]), (0, 0));
    }
    assert_eq!(waits(&[(MENTEE, Op::Unshare { item: id(10) })]), (0, 0));
}

#[test]
fn words_for_oneself_neither_ask_nor_answer() {
    assert_eq!(waits(&[(MENTEE, say(12, true, true))]), (0, 1));
    assert_eq!(waits(&[(MENTOR, say(12, false, true))]), (0, 1));
}
