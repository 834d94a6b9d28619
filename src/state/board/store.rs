//! Puts on the device what must survive closing the page, and copes with a device that refuses.

use super::engine::Engine;
use crate::{
    platform::db,
    state::{
        keep::{Keep, NotSent},
        trouble::Trouble,
    },
};
use board::{
    id::DeviceId,
    sync::{outbox::Queued, replica::Outcome},
};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};
use std::{mem, rc::Rc};

/// Between two tries to store on a device that is full, in milliseconds.
const AGAIN_MS: u32 = 15_000;

impl Engine {
    /// Stores an operation that waits. Until it is stored, closing the page would lose it.
    pub(super) fn store_queued(self: &Rc<Self>, queued: Queued, last_seq: u64) {
        let Some(keep) = self.inner.borrow().keep.clone() else { return };
        let engine = self.clone();
        spawn_local(async move {
            let risk = || engine.signals.at_risk.try_update(|count| *count += 1);
            if !keep.is_lasting() {
                risk();
                return;
            }
            match keep.put_queued(&queued, last_seq).await {
                Ok(()) => engine.ask_to_last(),
                Err(error) => {
                    risk();
                    let full = error.is_full();
                    let trouble = if full { Trouble::Full } else { Trouble::NothingKept };
                    engine.signals.troubles.set(trouble, true);
                    engine.store_again(keep).await;
                }
            }
        });
    }

    /// Asks once that what is kept here be spared.
    fn ask_to_last(&self) {
        if !mem::replace(&mut self.inner.borrow_mut().asked_to_last, true) {
            db::ask_to_last();
        }
    }

    /// Tries again until the device takes everything that waits; one try at a time.
    async fn store_again(self: &Rc<Self>, keep: Keep) {
        if mem::replace(&mut self.inner.borrow_mut().storing_again, true) {
            return;
        }
        loop {
            TimeoutFuture::new(AGAIN_MS).await;
            let (queue, sent, last_seq, stopped) = {
                let inner = self.inner.borrow();
                let outbox = inner.replica.outbox();
                let queue = outbox.queue().to_vec();
                (queue, inner.replica.sent().to_vec(), outbox.last_seq(), inner.stopped)
            };
            if stopped || keep.put_outbox(&queue, &sent, last_seq).await.is_ok() {
                break;
            }
        }
        self.inner.borrow_mut().storing_again = false;
        self.signals.at_risk.try_set(0);
        for trouble in [Trouble::Full, Trouble::NothingKept] {
            self.signals.troubles.set(trouble, false);
        }
    }

    /// Stores what the server said.
    pub(super) fn store_outcome(&self, outcome: &Outcome) {
        let inner = self.inner.borrow();
        let Some(keep) = inner.keep.clone().filter(Keep::is_lasting) else { return };
        let outbox = inner.replica.outbox();
        if outbox.queue().is_empty() {
            // Before the words are taken out: a sign without words would tell of a loss.
            keep.note_all_sent();
        }
        let renumbered = outcome
            .renumbered
            .then(|| (outbox.queue().to_vec(), inner.replica.sent().to_vec(), outbox.last_seq()));
        let state = (outcome.changed || !outcome.answered.is_empty())
            .then(|| (inner.replica.snapshot(), outcome.answered.clone(), outcome.sent.clone()));
        spawn_local(async move {
            // A device that cannot store reads everything anew at the next start.
            if let Some((queue, sent, last_seq)) = renumbered {
                let _ = keep.put_outbox(&queue, &sent, last_seq).await;
            }
            if let Some((snapshot, answered, sent)) = state {
                let _ = keep.put_state(&snapshot, &answered, &sent).await;
            }
        });
    }

    /// Stores the new name of this device.
    pub(super) fn take_device(&self, device: DeviceId) {
        self.with_keep(move |keep| async move {
            // Not stored, the old name is refused again at the next start.
            let _ = keep.put_device(device).await;
        });
    }

    /// Stores the tray.
    pub(super) fn keep_tray(&self) {
        let tray: Vec<NotSent> = self.signals.tray.get_untracked();
        self.with_keep(move |keep| async move {
            // The tray is still on the screen when the device cannot store it.
            let _ = keep.put_tray(&tray).await;
        });
    }

    /// The person has taken note of what could not be read any more.
    pub(super) fn dismiss_unread(&self, text: &str) {
        self.signals.unread.update(|all| all.retain(|known| known != text));
        let unread = self.signals.unread.get_untracked();
        self.with_keep(move |keep| async move {
            // As above.
            let _ = keep.put_unread(&unread).await;
        });
    }

    fn with_keep<F: Future<Output = ()> + 'static>(&self, work: impl FnOnce(Keep) -> F) {
        if let Some(keep) = self.inner.borrow().keep.clone() {
            spawn_local(work(keep));
        }
    }
}
