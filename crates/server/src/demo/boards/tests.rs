//! Every story follows the rules of the product, and Asmae's leaves something to read.

use super::*;
use board::{
    actor::{Actor, Seat},
    id::PersonId,
    world::World,
};
use uuid::Uuid;

/// Plays a story in memory, each with what they may see.
fn played(story: Story) -> [World; 2] {
    let now = Timestamp(1_790_000_000_000);
    let actor = |number, seat| Actor { person: PersonId(Uuid::from_u128(number)), seat };
    let (mentee, mentor) = (actor(1, Seat::Mentee), actor(2, Seat::Mentor));
    let [mut young, mut old] = [World::default(), World::default()];
    for Line { at, seat, op } in story.script(now).into_lines() {
        assert!(at <= now, "{story:?}: nothing lies in the future");
        let (world, actor) = match seat {
            Seat::Mentee => (&mut young, mentee),
            Seat::Mentor => (&mut old, mentor),
        };
        world.commit(&actor, at, &op).unwrap_or_else(|why| panic!("{story:?}: {why} {op:?}"));
        let shared = world.shared.clone();
        young.shared.clone_from(&shared);
        old.shared = shared;
    }
    [young, old]
}

#[test]
fn every_story_can_be_told() {
    for story in Story::ALL {
        assert!(played(story)[0].items().count() > 1, "{story:?}");
    }
}

#[test]
fn asmae_and_cecile_each_have_something_to_read() {
    let [asmae, cecile] = played(Story::Asmae);
    let unseen = |by: u128| {
        let comments = asmae.items().filter_map(|(_, item)| Some((item, item.as_comment()?)));
        comments.filter(|(item, one)| item.by.0.as_u128() == by && one.seen.is_none()).count()
    };
    assert_eq!((unseen(1), unseen(2)), (2, 1));
    // A private objective with two steps, a contact, a key date; a note of the mentor.
    assert_eq!((asmae.private.items.len(), cecile.private.items.len()), (5, 1));
}
