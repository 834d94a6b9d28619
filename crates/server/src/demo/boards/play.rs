//! Plays a story on an empty board, each of the two with what they may see, by the product's own
//! rules; what comes out can be stored as it is.

use super::script::Line;
use crate::store::past::PastSpace;
use board::{
    actor::{Actor, Seat},
    event::Event,
    health::facts::Each,
    id::{BoardId, PersonId},
    op::Op,
    reject::Reject,
    space::{Side, Space},
    world::World,
};
use std::mem;
use uuid::Uuid;

/// A line that the product does not allow.
#[derive(Debug, thiserror::Error)]
#[error("{why}: {op:?}")]
pub struct Forbidden {
    why: Reject,
    op: Box<Op>,
}

/// A space while the story is played.
#[derive(Default)]
struct Stage {
    space: Space,
    events: Vec<Event>,
}

/// The spaces of a board after a story: the shared one, and those private ones that hold something.
///
/// # Errors
/// [`Forbidden`] when the story breaks a rule of the product.
pub fn play(
    board: BoardId,
    people: &Each<PersonId>,
    lines: Vec<Line>,
) -> Result<Vec<PastSpace>, Forbidden> {
    let [mut shared, mut young, mut old] = [Stage::default(), Stage::default(), Stage::default()];
    for Line { at, seat, op } in lines {
        let (person, own) = match seat {
            Seat::Mentee => (people.mentee, &mut young),
            Seat::Mentor => (people.mentor, &mut old),
        };
        let mut world =
            World { shared: mem::take(&mut shared.space), private: mem::take(&mut own.space) };
        let commit = world.commit(&Actor { person, seat }, at, &op);
        let commit = commit.map_err(|why| Forbidden { why, op: Box::new(op) })?;
        (shared.space, own.space) = (world.shared, world.private);
        for (side, event) in commit.events {
            let stage = if side == Side::Shared { &mut shared } else { &mut *own };
            stage.events.push(event);
        }
    }
    let stages = [(None, shared), (Some(people.mentee), young), (Some(people.mentor), old)];
    let kept = stages.into_iter().zip(0..);
    let kept = kept.filter(|((person, stage), _)| person.is_none() || !stage.events.is_empty());
    Ok(kept
        .map(|((person, Stage { space, events }), number)| PastSpace {
            id: space_id(board, number),
            person,
            items: space.items.into_values().collect(),
            events,
        })
        .collect())
}

/// The id of a space of a board: the same whenever the same story is told.
fn space_id(board: BoardId, number: u8) -> Uuid {
    let mut bytes = *board.0.as_bytes();
    // Behind the version, so that it stays an id of its kind.
    bytes[10] ^= 1 + number;
    Uuid::from_bytes(bytes)
}
