//! Questions that wait: a comment that asks, until the other one writes about the same item or
//! somebody says that it is settled (features.md T02, T04).

use crate::{
    id::{ItemId, PersonId},
    item::Item,
    space::Side,
    time::Timestamp,
    world::World,
};

/// A question that waits for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpenQuestion {
    /// When it was asked; the oldest comes first.
    pub at: Timestamp,
    /// The comment.
    pub id: ItemId,
    /// What it is about.
    pub on: ItemId,
    /// Whether the reader is the one to answer.
    pub to_reader: bool,
}

/// All questions that wait on this board, oldest first.
///
/// What only one of the two can read neither asks nor answers.
#[must_use]
pub fn open_questions(world: &World, reader: PersonId) -> Vec<OpenQuestion> {
    let asked = world.shared.items.values().filter(|item| is_open(world, item));
    let mut questions = asked
        .filter_map(|item| {
            let (on, at, id) = (item.parent()?, item.at, item.id);
            Some(OpenQuestion { at, id, on, to_reader: item.by != reader })
        })
        .collect::<Vec<_>>();
    questions.sort_unstable();
    questions
}

/// Whether this item is a question that waits.
#[must_use]
pub fn is_open(world: &World, item: &Item) -> bool {
    let Some(comment) = item.as_comment() else { return false };
    let subject = world.find(comment.on);
    comment.asks
        && comment.settled.is_none()
        && item.is_live()
        && subject.is_some_and(|(side, subject)| side == Side::Shared && is_there(world, subject))
        && !world.comments(comment.on).iter().any(|(side, other)| {
            *side == Side::Shared
                && other.by != item.by
                && (other.at, other.id) > (item.at, item.id)
        })
}

/// A step goes away with its objective: nobody can answer there.
fn is_there(world: &World, subject: &Item) -> bool {
    let parent = subject.parent().and_then(|parent| world.find(parent));
    subject.removed.is_none() && parent.is_none_or(|(_, parent)| parent.removed.is_none())
}

#[cfg(test)]
mod tests;
