//! What the other person wrote and this person has not seen yet, by the page where it stands.

use board::{
    id::{ItemId, PersonId},
    item::Body,
    space::Side,
    time::Timestamp,
    world::World,
};
use std::collections::BTreeMap;

/// Messages not seen yet about one objective or application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The objective or application.
    pub about: ItemId,
    /// How many.
    pub count: usize,
    /// The one that waits longest, where reading begins.
    pub first: ItemId,
    /// When the last one came.
    pub last: Timestamp,
}

/// All of them, latest first. A message on a step counts for its objective.
#[must_use]
pub fn unread(world: &World, reader: PersonId) -> Vec<Unread> {
    let mut waiting = Vec::new();
    for (side, item) in world.items() {
        let waits = item.as_comment().is_some_and(|comment| comment.seen.is_none());
        let from_other = item.by != reader && side == Side::Shared;
        if !waits || !from_other || item.removed.is_some() {
            continue;
        }
        let Some(about) = item.parent().and_then(|on| page_of(world, on)) else { continue };
        waiting.push((item.at, item.id, about));
    }
    waiting.sort_unstable();
    let mut found = BTreeMap::<ItemId, Unread>::new();
    for (at, first, about) in waiting {
        let entry = found.entry(about).or_insert(Unread { about, count: 0, first, last: at });
        entry.count += 1;
        entry.last = at;
    }
    let mut found = found.into_values().collect::<Vec<_>>();
    found.sort_by_key(|unread| std::cmp::Reverse((unread.last, unread.about)));
    found
}

/// The item that has a page of its own.
fn page_of(world: &World, id: ItemId) -> Option<ItemId> {
    let there = |id| world.find(id).map(|(_, item)| item).filter(|item| item.removed.is_none());
    let item = there(id)?;
    match &item.body {
        Body::Comment(_) => None,
        // A step or an entry of a CV stands on the page of what it belongs to.
        _ => item.parent().map_or(Some(item.id), |parent| there(parent).map(|parent| parent.id)),
    }
}
