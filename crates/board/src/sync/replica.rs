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

/// For so many days what the server took can be offered again (design: a restored backup).
pub const SENT_DAYS: i64 = 14;
/// And so many at most: a month of hard work.
const SENT_MAX: usize = 1000;
/// No incarnation of a database: the server forgot, and has not told yet how much.
const ADRIFT: u32 = 0;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// What this version of the domain can read, as a number.
const SHAPE: u32 = include!(concat!(env!("OUT_DIR"), "/shape.rs"));
/// Of no incarnation of the database.
const NO_EPOCH: u32 = 0;

/// The copy. Everything shown comes from [`Replica::view`].
#[derive(Clone, Debug)]
pub struct Replica {
    actor: Actor,
    epoch: u32,
    base: World,
    /// Highest own number contained in `base`.
    base_seq: u64,
    outbox: Outbox,
    /// What the server took of this device lately, by number: offered again when it forgets.
    sent: Vec<Queued>,
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
    /// What the server took: to be kept for [`SENT_DAYS`], in case it forgets.
    pub sent: Vec<Queued>,
    /// The server forgot so many of them (it was restored from a backup): they wait again.
    pub again: usize,
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
            epoch: ADRIFT,
            base: World::default(),
            base_seq: 0,
            outbox,
            sent: Vec::new(),
            view: World::default(),
            ready: false,
        };
        replica.replay();
        replica
    }

    /// What the server took of this device before the app was closed.
    pub fn remember(&mut self, mut sent: Vec<Queued>) {
        sent.sort_by_key(|queued| queued.seq);
        self.sent = sent;
    }

    /// What the server took of this device lately, by number.
    #[must_use]
    pub fn sent(&self) -> &[Queued] {
        &self.sent
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
            reader: Some(SHAPE),
            forgot: false,
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
        if self.ready && self.epoch == ADRIFT {
            return None;
        }
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
    /// In the first case everything has to be read anew, and what it forgot is offered again.
    pub fn renumber(&mut self, expected: u64) -> Outcome {
        let mut outcome = Outcome { renumbered: true, ..Outcome::default() };
        if expected <= self.base_seq {
            // Nothing is sent before it is known where the server stands now.
            self.epoch = ADRIFT;
            outcome.lost = true;
        }
        self.start_at(expected, &mut outcome);
        self.replay();
        outcome
    }

    /// This device gets another name at the server, which knows nothing of it yet.
    pub fn begin_anew(&mut self) -> Outcome {
        self.sent.clear();
        self.outbox.renumber(1);
        self.base_seq = 0;
        self.replay();
        Outcome { renumbered: true, ..Outcome::default() }
    }

    /// The next number the server takes is `expected`; what it took from there on is forgotten.
    fn start_at(&mut self, expected: u64, outcome: &mut Outcome) {
        let kept = self.sent.partition_point(|queued| queued.seq < expected);
        let again = self.sent.split_off(kept);
        outcome.again = again.len();
        self.outbox.put_back(again);
        self.outbox.renumber(expected);
        self.base_seq = expected.saturating_sub(1);
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
        let another = snapshot.forgot || snapshot.cursor.epoch != self.epoch;
        let restored = self.ready && self.epoch != NO_EPOCH && another;
        let doubtful = self.ready && !restored && self.has_gone_back(&snapshot);
        // Another app stored this copy and may have passed over what only this one knows. It is
        // shown, and its cursor is of no incarnation: the server answers with everything.
        let foreign = snapshot.reader.is_some_and(|reader| reader != SHAPE);
        self.epoch = if foreign { NO_EPOCH } else { snapshot.cursor.epoch };
        self.base = World {
            shared: Space::new(snapshot.cursor.shared, snapshot.shared),
            private: Space::new(snapshot.cursor.private, snapshot.private),
        };
        let forgets = snapshot.last_seq < self.base_seq;
        self.base_seq = snapshot.last_seq;
        self.ready = true;
        // What waits under a number it knows arrived: it keeps the number, and gets the receipt.
        let skips = self.outbox.queue().first().is_some_and(|it| it.seq > snapshot.last_seq + 1);
        if restored && (forgets || skips) {
            self.start_at(snapshot.last_seq + 1, &mut outcome);
            outcome.renumbered = true;
        } else if doubtful {
            // The last thing it took is sent again under its number: a server that knows it gives
            // the receipt, one that forgot it says which number it expects.
            outcome.renumbered = !self.sent.is_empty();
            self.outbox.put_back(self.sent.pop().into_iter().collect());
        }
        outcome
    }

    /// Whether a snapshot of the same incarnation is older than what is known here: it was on its way
    /// while newer answers came, or a folder was put back whole, its name included.
    fn has_gone_back(&self, snapshot: &Snapshot) -> bool {
        let cursor = snapshot.cursor;
        let older = cursor.shared < self.base.shared.rev || cursor.private < self.base.private.rev;
        older && snapshot.last_seq < self.base_seq
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
                if let Some(queued) = self.outbox.take(seq) {
                    self.note_sent(queued, outcome);
                }
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
            match receipt.rejected.filter(|_| !arrived) {
                Some(reject) => outcome.rejected.push((queued, reject)),
                None => self.note_sent(queued, outcome),
            }
        }
    }

    fn note_sent(&mut self, queued: Queued, outcome: &mut Outcome) {
        let since = queued.at.0 - SENT_DAYS * DAY_MS;
        outcome.sent.push(queued.clone());
        let place = self.sent.partition_point(|known| known.seq < queued.seq);
        self.sent.insert(place, queued);
        let old = self.sent.iter().take_while(|known| known.at.0 < since).count();
        self.sent.drain(..old.max(self.sent.len().saturating_sub(SENT_MAX)));
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
