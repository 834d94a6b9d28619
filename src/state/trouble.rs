//! What goes wrong on this device while the app still works: to be said in words, once each.

use leptos::prelude::*;

/// Something the person should know, and cannot see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// A page of the network answers in place of the server.
    Doorkeeper,
    /// The device stores nothing more: new changes live as long as the page.
    Full,
    /// This browser keeps nothing, as in a private window.
    NothingKept,
    /// What was kept is gone. Changes that waited since then, in milliseconds, may be lost.
    Vanished {
        /// Since when something waited; nothing when everything had been sent.
        since: Option<i64>,
    },
    /// So many kept things cannot be read any more.
    Unreadable(usize),
    /// The server was put back from a backup; so many changes are sent again.
    Restored(usize),
    /// The clock of the device is wrong.
    Clock,
}

/// All of it, oldest first. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Troubles {
    shown: RwSignal<Vec<Trouble>>,
    /// The person has read these, and they are not over.
    read: StoredValue<Vec<Trouble>>,
}

impl Troubles {
    /// All is well.
    #[must_use]
    pub fn none() -> Self {
        Self { shown: RwSignal::default(), read: StoredValue::new(Vec::new()) }
    }

    /// What there is to say; tracked.
    #[must_use]
    pub fn all(self) -> Vec<Trouble> {
        self.shown.get()
    }

    /// Says it, or that it is over. What stands already, or was read, is not said again.
    pub fn set(self, trouble: Trouble, is_there: bool) {
        let was_read = self.read.try_with_value(|read| read.contains(&trouble)) == Some(true);
        if !is_there && was_read {
            self.read.update_value(|read| read.retain(|known| *known != trouble));
        }
        let shown = self.shown.try_with_untracked(|all| all.contains(&trouble));
        if shown == Some(!is_there) && !(is_there && was_read) {
            self.shown.update(|all| match is_there {
                true => all.push(trouble),
                false => all.retain(|known| *known != trouble),
            });
        }
    }

    /// The person has read it.
    pub fn dismiss(self, trouble: Trouble) {
        self.set(trouble, false);
        self.read.update_value(|read| read.push(trouble));
    }
}
