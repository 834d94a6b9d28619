//! Operations that the server has not answered yet, in order.

use crate::{
    op::Op,
    protocol::boards::{BODY_MAX, NumberedOp, OPS_MAX},
    time::Timestamp,
};
use wire::Wire;

/// What a request needs beside its operations, with room to spare, in bytes.
const ENVELOPE: usize = 1024;

/// An operation waiting for its receipt.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
pub struct Queued {
    /// Its number on this device.
    pub seq: u64,
    /// When the person did it, by the device's clock.
    pub at: Timestamp,
    /// What they want.
    pub op: Op,
}

/// The queue of one device for one board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outbox {
    queue: Vec<Queued>,
    /// The next number to give.
    next_seq: u64,
    /// Operations up to this number are on their way and may have arrived: they stay as they are.
    in_flight: u64,
}

impl Outbox {
    /// The queue as it was stored; `last_seq` is the highest number ever given.
    #[must_use]
    pub fn restore(mut queue: Vec<Queued>, last_seq: u64) -> Self {
        queue.sort_by_key(|queued| queued.seq);
        let last = queue.last().map_or(last_seq, |queued| queued.seq.max(last_seq));
        // Any of them may have been sent before the app was closed.
        Self { queue, next_seq: last + 1, in_flight: last }
    }

    /// Adds an operation and returns it as it is to be stored.
    ///
    /// Edits of one text that were not sent yet fold into one: the text as first read, the words
    /// as last written.
    pub fn push(&mut self, at: Timestamp, op: Op) -> &Queued {
        if self.next_seq == 0 {
            self.next_seq = 1;
        }
        if self.folds(&op) {
            if let (Some(last), Op::EditText { text: newer, .. }) = (self.queue.last_mut(), op)
                && let Op::EditText { text, .. } = &mut last.op
            {
                *text = newer;
                last.at = at;
            }
        } else {
            self.queue.push(Queued { seq: self.next_seq, at, op });
            self.next_seq += 1;
        }
        self.queue.last().expect("an operation was just added or folded into the last one")
    }

    fn folds(&self, newer: &Op) -> bool {
        let Some(last) = self.queue.last().filter(|last| last.seq > self.in_flight) else {
            return false;
        };
        match (&last.op, newer) {
            (
                Op::EditText { item: a, field: x, text, .. },
                Op::EditText { item: b, field: y, base, .. },
            ) => a == b && x == y && text == base,
            _ => false,
        }
    }

    /// What to send next, marked as on its way: at most `limit` operations, and as many as the
    /// server takes in one request. One that is too large by itself goes alone, to be refused.
    /// None behind a missing number: the server would take nothing of such a request.
    pub fn batch(&mut self, limit: usize) -> Vec<NumberedOp> {
        let mut batch: Vec<NumberedOp> = Vec::new();
        let mut room = BODY_MAX - ENVELOPE;
        let first = self.queue.first().map_or(0, |queued| queued.seq);
        for (queued, seq) in self.queue.iter().zip(first..).take(limit.min(OPS_MAX)) {
            let numbered = NumberedOp { seq: queued.seq, op: queued.op.clone() };
            let size = wire::to_json(&numbered).len() + 1;
            if queued.seq != seq || (size > room && !batch.is_empty()) {
                break;
            }
            room = room.saturating_sub(size);
            batch.push(numbered);
        }
        if let Some(last) = batch.last() {
            self.in_flight = self.in_flight.max(last.seq);
        }
        batch
    }

    /// Takes an answered operation out.
    pub fn take(&mut self, seq: u64) -> Option<Queued> {
        let place = self.queue.iter().position(|queued| queued.seq == seq)?;
        Some(self.queue.remove(place))
    }

    /// The operation with this number.
    #[must_use]
    pub fn get(&self, seq: u64) -> Option<&Queued> {
        self.queue.iter().find(|queued| queued.seq == seq)
    }

    /// Waiting operations, oldest first.
    #[must_use]
    pub fn queue(&self) -> &[Queued] {
        &self.queue
    }

    /// What they do. Copied here, so that the app has the code of a copy once.
    #[must_use]
    pub fn ops(&self) -> Vec<Op> {
        self.queue.iter().map(|queued| queued.op.clone()).collect()
    }

    /// The highest number ever given.
    #[must_use]
    pub fn last_seq(&self) -> u64 {
        self.next_seq.saturating_sub(1)
    }

    /// Puts operations that were answered before back in their places: the server forgot them.
    /// Their events may have come before those of earlier ones, which wait still.
    pub fn put_back(&mut self, mut again: Vec<Queued>) {
        again.append(&mut self.queue);
        *self = Self::restore(again, self.last_seq());
    }

    /// Gives every waiting operation a new number from `next` on: the server lost its memory of
    /// this device (restored from a backup), or this device lost its own.
    pub fn renumber(&mut self, next: u64) {
        for (queued, seq) in self.queue.iter_mut().zip(next..) {
            queued.seq = seq;
        }
        self.next_seq = next + self.queue.len() as u64;
        self.in_flight = self.next_seq - 1;
    }
}
