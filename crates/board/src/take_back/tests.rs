//! Nothing stays behind, nothing waits, and comments never go to the next mentor.

use super::*;
use crate::{
    meeting::MeetingState,
    objective::Horizon,
    op::{AddComment, AddObjective, Op},
    world::World,
};
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_780_000_000_000);
const MENTEE: Actor = Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::Mentee };
const MENTOR: Actor = Actor { person: PersonId(Uuid::from_u128(2)), seat: Seat::Mentor };

fn id(number: u128) -> ItemId {
    ItemId(Uuid::from_u128(number))
}

fn objective(number: u128, only_me: bool) -> Op {
    idea(number, only_me, false)
}

fn idea(number: u128, only_me: bool, suggested: bool) -> Op {
    Op::AddObjective(AddObjective {
        id: id(number),
        title: "Trouver un stage".into(),
        horizon: Horizon::Short,
        theme: None,
        notes: String::new(),
        only_me,
        suggested,
    })
}

fn comment(number: u128, on: u128) -> Op {
    Op::AddComment(AddComment {
        id: id(number),
        on: id(on),
        text: "Et votre soeur ?".into(),
        asks: true,
        only_me: false,
    })
}

/// Two objectives, one with a question of the mentor; a meeting to come, an idea, a private
/// objective.
fn world() -> World {
    let mut world = World::default();
    let meeting = r#"{"add":{"id":"00000000-0000-0000-0000-00000000000e","only_me":false,
        "body":{"meeting":{"on":"2026-12-01","how":"phone","state":"proposed"}}}}"#;
    let meeting: Op = serde_json::from_str(meeting).unwrap();
    for (actor, op) in [
        (MENTEE, objective(10, false)),
        (MENTEE, objective(11, false)),
        (MENTEE, objective(12, true)),
        (MENTOR, comment(13, 10)),
        (MENTOR, meeting),
        (MENTOR, idea(15, false, true)),
    ] {
        world.commit(&actor, NOW, &op).unwrap();
    }
    world
}

fn taken_back() -> (World, Vec<ItemId>) {
    let mut world = world();
    let today = "2026-11-22".parse().unwrap();
    let World { shared, private } = &mut world;
    let offered = take_back(shared, private, MENTEE.person, NOW, today);
    (world, offered)
}

#[test]
fn all_is_the_mentees_alone_and_what_can_be_shared_is_offered() {
    let (world, offered) = taken_back();
    assert!(world.shared.items.is_empty());
    assert_eq!(world.private.items.len(), 6);
    assert_eq!(offered, [id(10), id(11)], "no meeting, no idea, not what was private before");
}

#[test]
fn nothing_waits_any_more() {
    let (world, _) = taken_back();
    let comment = world.private.items[&id(13)].as_comment().unwrap();
    assert!(comment.seen.is_some() && comment.settled.is_some());
    let meeting = &world.private.items[&id(14)];
    assert_eq!(meeting.as_meeting().unwrap().state, MeetingState::Proposed);
    assert!(meeting.removed.is_some());
    assert_eq!(world.private.items[&id(15)].suggestion, Some(crate::item::Suggestion::Declined));
}

#[test]
fn what_is_shared_again_comes_without_the_old_comments() {
    let (mut world, offered) = taken_back();
    for item in offered {
        world.commit(&MENTEE, NOW, &Op::Share { item }).unwrap();
    }
    let shared: Vec<ItemId> = world.shared.items.keys().copied().collect();
    assert_eq!(shared, [id(10), id(11)]);
    assert!(world.private.items.contains_key(&id(13)));
}
