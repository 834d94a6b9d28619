//! Removed items: the way back, at once and for 30 days (features.md M05).

pub mod list;
pub mod undo;

use board::{
    id::ItemId,
    item::Item,
    op::{Op, TextField},
    reject::Reject,
};
use leptos::prelude::*;

use crate::state::board::BoardState;

/// Longest piece of a message that stands for the whole of it, in characters.
const PIECE: usize = 60;

/// What an item is called where only one line is left for it.
#[must_use]
pub fn item_name(item: &Item) -> String {
    let named = [TextField::Title, TextField::Job, TextField::Body, TextField::Notes];
    let words = named.iter().find_map(|field| item.entry(field)).map(|entry| entry.text.as_str());
    piece(words.unwrap_or_default())
}

/// Brings an item back, and before it the objective that it needs to be seen.
///
/// # Errors
/// The [`Reject`] of the board; nothing is lost then.
pub fn restore(board: BoardState, item: ItemId) -> Result<(), Reject> {
    let parent = board.view().with_untracked(|world| {
        let (_, item) = world.find(item)?;
        let (_, parent) = world.find(item.parent()?)?;
        parent.removed.is_some().then_some(parent.id)
    });
    if let Some(parent) = parent {
        board.act(Op::Restore { item: parent })?;
    }
    board.act(Op::Restore { item })
}

fn piece(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= PIECE {
        return line;
    }
    line.chars().take(PIECE).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_message_is_named_by_its_beginning() {
        assert_eq!(piece("Bonjour\nCécile"), "Bonjour Cécile");
        assert_eq!(piece(&"é".repeat(80)).chars().count(), PIECE + 1);
    }
}
