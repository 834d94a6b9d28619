//! Spaces that were read lately, so that a small edit need not read a whole board again.
//!
//! Only committed states are kept, and a state counts only while its revision is the stored one.

use board::space::Space;
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};
use uuid::Uuid;

/// Most items kept, about 500 bytes each.
const ITEMS_MAX: usize = 100_000;

/// The spaces, by their id.
#[derive(Default)]
pub(super) struct SpaceCache {
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    spaces: HashMap<Uuid, Space>,
    items: usize,
}

impl SpaceCache {
    /// Takes a space out, when it is here at this revision.
    pub(super) fn take(&self, id: Uuid, rev: u64) -> Option<Space> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let space = kept.spaces.remove(&id)?;
        kept.items = kept.items.saturating_sub(space.items.len());
        (space.rev == rev).then_some(space)
    }

    /// Forgets everything: somebody's words must not stay in memory either.
    pub(super) fn clear(&self) {
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = Kept::default();
    }

    /// Puts a committed space in. A full cache starts anew: simple, and rare.
    pub(super) fn put(&self, id: Uuid, space: Space) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.items + space.items.len() > ITEMS_MAX {
            *kept = Kept::default();
        }
        kept.items += space.items.len();
        if let Some(old) = kept.spaces.insert(id, space) {
            kept.items = kept.items.saturating_sub(old.items.len());
        }
    }
}
