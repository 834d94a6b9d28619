//! A space: the unit of confidentiality, with its own gapless revision counter.
//!
//! A board has one space that mentee and mentor share, and one private space per person.
//! What a person may read is a set of spaces; nothing is ever filtered out of a space, so no gap
//! in the revisions tells that something hidden exists (design.md §3).

use crate::{
    event::{Change, Event},
    item::Item,
    item_map::ItemMap,
};
use wire::{CloneOnce, Wire};

/// Which of the two spaces that one person sees of a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Mentee and mentor.
    Shared,
    /// This person only.
    Private,
}

/// The items of one space, at one revision.
#[derive(CloneOnce, Debug, Default, PartialEq, Eq)]
pub struct Space {
    /// Number of events so far.
    pub rev: u64,
    /// What is in it.
    pub items: ItemMap,
}

/// An event does not follow the last one known; ask for what is between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("revision {got} does not follow {have}")]
pub struct Gap {
    /// The revision at hand.
    pub have: u64,
    /// The revision that came.
    pub got: u64,
}

impl Space {
    /// A space at `rev` with these items.
    #[must_use]
    pub fn new(rev: u64, items: impl IntoIterator<Item = Item>) -> Self {
        Self { rev, items: items.into_iter().collect() }
    }

    /// Takes in the next event of the log. An event already known changes nothing.
    ///
    /// # Errors
    /// [`Gap`] when events in between are missing.
    pub fn receive(&mut self, event: &Event) -> Result<(), Gap> {
        if event.rev <= self.rev {
            return Ok(());
        }
        if event.rev != self.rev + 1 {
            return Err(Gap { have: self.rev, got: event.rev });
        }
        self.rev = event.rev;
        match &event.change {
            Change::Op(op) => {
                crate::apply::apply(self, event.by, event.at, op);
            }
            Change::Arrive(items) => {
                self.items.extend(items.iter().cloned());
            }
            Change::Depart(ids) => ids.iter().for_each(|id| {
                self.items.remove(id);
            }),
        }
        Ok(())
    }
}
