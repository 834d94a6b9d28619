//! Invitations whose secret was told a moment ago. They live in memory alone: the server cannot
//! tell them again, and nothing of them may stay on the device.

use board::{id::PersonId, protocol::duos::FreshInvitation};
use leptos::prelude::*;

/// The secrets on the screen of a coordinator.
#[derive(Clone, Copy)]
pub struct FreshCodes(RwSignal<Vec<FreshInvitation>>);

impl FreshCodes {
    /// Provides an empty list to the pages of staff.
    pub fn provide() {
        provide_context(Self(RwSignal::default()));
    }

    /// The list that the app provided.
    #[must_use]
    pub fn expect() -> Self {
        expect_context()
    }

    /// Keeps new ones; a newer one of the same person takes the place of the older.
    pub fn add(self, new: Vec<FreshInvitation>) {
        self.0.update(|known| {
            known.retain(|old| new.iter().all(|fresh| fresh.person != old.person));
            known.extend(new);
        });
    }

    /// Those of these people; tracked.
    #[must_use]
    pub fn of(self, people: [PersonId; 2]) -> Vec<FreshInvitation> {
        let of = |person| {
            self.0.with(|known| known.iter().find(|fresh| fresh.person == person).cloned())
        };
        people.into_iter().filter_map(of).collect()
    }

    /// Forgets them all: the person leaves the page.
    pub fn clear(self) {
        self.0.update(Vec::clear);
    }
}
