//! One person's copy of one board: the last state the server told, and on top of it what the
//! person did since.

use crate::{
    actor::Actor,
    event::Event,
    id::DeviceId,
    op::Op,
    protocol::boards::{
        Changes, Cursor, Feed, FeedChange, FeedEvent, Receipt, Snapshot, Submit, Submitted,
    },
    reject::Reject,
    space::{Side, Space},
    sync::outbox::{Outbox, Queued},
    time::Timestamp,
    world::World,
};

/// The copy. Everything shown comes from [`Replica::view`].
#[derive(Clone, Debug)]
pub struct Replica {
    actor: Actor,
    epoch: u32,
    base: World,
    /// Highest own number contained in `base`.
    base_seq: u64,
    outbox: Outbox,
    view: World,
    ready: bool,
}

/// What the app has to do after the server said something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Events of the other person, or of this person on another device.
    pub news: Vec<(Side, Event)>,
    /// Numbers to delete from the stored outbox.
    pub answered: Vec<u64>,
    /// What the server did not carry out, with the reason: for the "not sent" tray.
    pub rejected: Vec<(Queued, Reject)>,
    /// The server's state changed here: store it and show it.
    pub changed: bool,
    /// Events are missing: ask for the changes since the cursor.
    pub gap: bool,
    /// The changes mean nothing here: ask for a snapshot.
    pub lost: bool,
    /// Own numbers changed: store the whole outbox again.
    pub renumbered: bool,
}

impl Replica {
    /// An empty copy, to be filled by a snapshot, with what was waiting on this device.
    #[must_use]
    pub fn new(actor: Actor, outbox: Outbox) -> Self {
        let mut replica = Self {
            actor,
            epoch: 0,
            base: World::default(),
            base_seq: 0,
            outbox,
            view: World::default(),
            ready: false,
        };
        replica.replay();
        replica
    }

    /// What to show: the server's state with the person's own waiting changes on top.
    #[must_use]
    pub fn view(&self) -> &World {
        &self.view
    }

    /// Whether the server's state was ever known here; before that, an empty board means nothing.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.ready
    }

    /// Who looks.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Waiting operations.
    #[must_use]
    pub fn outbox(&self) -> &Outbox {
        &self.outbox
    }

    /// How far the server's state is known.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        Cursor { epoch: self.epoch, shared: self.base.shared.rev, private: self.base.private.rev }
    }

    /// The server's state, to be stored for the next start.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            cursor: self.cursor(),
            last_seq: self.base_seq,
            shared: self.base.shared.items.values().cloned().collect(),
            private: self.base.private.items.values().cloned().collect(),
        }
    }

    /// Does what the person wants, at once. The returned operation is to be stored, then sent.
    ///
    /// # Errors
    /// [`Reject`] when the operation cannot be carried out; nothing is queued.
    pub fn act(&mut self, at: Timestamp, op: Op) -> Result<Queued, Reject> {
        self.view.commit(&self.actor, at, &op)?;
        Ok(self.outbox.push(at, op).clone())
    }

    /// The next request with at most `limit` operations, or nothing when nothing waits.
    pub fn submit(&mut self, device: DeviceId, limit: usize) -> Option<Submit> {
        let ops = self.outbox.batch(limit);
        (!ops.is_empty()).then(|| Submit { device, cursor: self.cursor(), ops })
    }

    /// Takes in the answer to [`Replica::submit`].
    pub fn submitted(&mut self, answer: Submitted) -> Outcome {
        let mut outcome = self.take_feed(answer.feed);
        if !outcome.gap && !outcome.lost {
            self.settle(answer.receipts, &mut outcome);
        }
        self.replay();
        outcome
    }

    /// Takes in what the stream or a poll brought.
    pub fn receive(&mut self, feed: Feed) -> Outcome {
        let outcome = self.take_feed(feed);
        self.replay();
        outcome
    }

    /// The server expects another number: it lost its memory of this device, or this device did.
    pub fn renumber(&mut self, expected: u64) {
        self.outbox.renumber(expected);
        self.base_seq = expected.saturating_sub(1);
        self.replay();
    }

    /// Takes the first waiting operation out for good: the server can never accept it. Its number
    /// goes to the next one.
    pub fn put_aside(&mut self) -> Option<Queued> {
        let first = self.outbox.queue().first()?.seq;
        let queued = self.outbox.take(first);
        self.outbox.renumber(first);
        self.replay();
        queued
    }

    fn take_feed(&mut self, feed: Feed) -> Outcome {
        match feed {
            Feed::Snapshot(snapshot) => self.install(snapshot),
            Feed::Changes(changes) => self.follow(changes),
        }
    }

    fn install(&mut self, snapshot: Snapshot) -> Outcome {
        let mut outcome = Outcome { changed: true, ..Outcome::default() };
        let restored = self.ready && snapshot.cursor.epoch != self.epoch;
        self.epoch = snapshot.cursor.epoch;
        self.base = World {
            shared: Space::new(snapshot.cursor.shared, snapshot.shared),
            private: Space::new(snapshot.cursor.private, snapshot.private),
        };
        self.base_seq = snapshot.last_seq;
        self.ready = true;
        if restored && self.outbox.queue().first().is_some_and(|q| q.seq != snapshot.last_seq + 1) {
            self.outbox.renumber(snapshot.last_seq + 1);
            outcome.renumbered = true;
        }
        outcome
    }

    fn follow(&mut self, changes: Changes) -> Outcome {
        let mut outcome = Outcome::default();
        if !self.ready || changes.cursor.epoch != self.epoch {
            outcome.lost = true;
            return outcome;
        }
        for (side, events) in [(Side::Shared, changes.shared), (Side::Private, changes.private)] {
            for event in events {
                if event.rev > self.base.space(side).rev {
                    self.take_event(side, &event, &mut outcome);
                }
                if outcome.gap || outcome.lost {
                    return outcome;
                }
            }
        }
        outcome
    }

    fn take_event(&mut self, side: Side, event: &FeedEvent, outcome: &mut Outcome) {
        let own = match event.change {
            FeedChange::Own(seq) => Some(seq),
            _ => None,
        };
        let outbox = &self.outbox;
        let words = |seq| outbox.get(seq).map(|queued| queued.op.clone());
        let Some(event) = event.complete(words) else {
            outcome.lost = true;
            return;
        };
        if self.base.space_mut(side).receive(&event).is_err() {
            outcome.gap = true;
            return;
        }
        outcome.changed = true;
        match own {
            Some(seq) => {
                self.base_seq = self.base_seq.max(seq);
                self.outbox.take(seq);
                outcome.answered.push(seq);
            }
            None => outcome.news.push((side, event)),
        }
    }

    fn settle(&mut self, receipts: Vec<Receipt>, outcome: &mut Outcome) {
        for receipt in receipts {
            self.base_seq = self.base_seq.max(receipt.seq);
            let Some(queued) = self.outbox.take(receipt.seq) else { continue };
            outcome.answered.push(receipt.seq);
            // Numbered anew after this device's memory went back in time: it arrived before.
            let arrived = receipt.rejected == Some(Reject::Exists)
                && queued.op.added().is_some_and(|id| self.base.find(id).is_some());
            if let Some(reject) = receipt.rejected.filter(|_| !arrived) {
                outcome.rejected.push((queued, reject));
            }
        }
    }

    /// Puts the waiting operations on top of the server's state again.
    fn replay(&mut self) {
        self.view = self.base.clone();
        for queued in self.outbox.queue() {
            if queued.seq > self.base_seq {
                // What the server would refuse now is not shown; its answer decides.
                let _ = self.view.commit(&self.actor, queued.at, &queued.op);
            }
        }
    }
}

#[cfg(test)]
mod tests;
