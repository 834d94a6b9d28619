//! What people can do with each kind of item that comes with `Op::Add`: cases as data, through
//! `World::commit`, as the mentee and as the mentor.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod bodies;
mod health;
mod plan;
mod rights;
mod sights;
mod together;

use board::{
    actor::{Actor, Seat},
    id::{ItemId, PersonId},
    item::{Body, Item},
    op::{AddItem, Op},
    reject::Reject,
    time::Timestamp,
    world::{Commit, World},
};
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_790_000_000_000);
const MENTEE: Actor = Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::Mentee };
const MENTOR: Actor = Actor { person: PersonId(Uuid::from_u128(2)), seat: Seat::Mentor };

fn id(number: u128) -> ItemId {
    ItemId(Uuid::from_u128(number))
}

fn add(number: u128, only_me: bool, body: Body) -> Op {
    Op::Add(AddItem { id: id(number), only_me, body })
}

/// Does it, which must be possible.
#[track_caller]
fn done(world: &mut World, actor: Actor, op: Op) -> Commit {
    world.commit(&actor, NOW, &op).unwrap_or_else(|reject| panic!("{op:?}: {reject:?}"))
}

/// Tries it, which must be refused like this and change nothing.
#[track_caller]
fn refused(world: &World, actor: Actor, op: Op, why: Reject) {
    let mut tried = world.clone();
    assert_eq!(tried.commit(&actor, NOW, &op), Err(why), "{op:?}");
    assert_eq!(tried, *world, "{op:?} left a trace");
}

fn item(world: &World, number: u128) -> &Item {
    world.find(id(number)).unwrap().1
}
