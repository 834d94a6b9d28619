//! The messages that wait to be read, with the way to the latest ones.

use board::world::World;
use leptos::prelude::*;

use crate::{
    features::{
        comments,
        item_page::{item_title, page_of},
        objectives::unread::unread,
    },
    state::board::BoardState,
};

/// Messages about one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Where the first of them stands.
    pub href: String,
    /// How many.
    pub count: usize,
    /// What the item is called.
    pub name: String,
}

/// The item with the latest message: more than one would push the things to do off a small
/// screen, and the plan shows all of them. Tracked.
#[must_use]
pub fn waiting(board: BoardState) -> Option<Message> {
    let me = board.actor().person;
    board.view().with(|world: &World| {
        unread(world, me).into_iter().find_map(|unread| {
            let (_, item) = world.find(unread.about)?;
            let href = comments::address(page_of(world, unread.about)?, unread.first);
            Some(Message { href, count: unread.count, name: item_title(item) })
        })
    })
}
