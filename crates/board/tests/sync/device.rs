//! A phone or laptop: a replica, and what it has stored in case the app is closed.

use board::{
    actor::Actor,
    id::{DeviceId, ItemId},
    op::{Op, TextField},
    protocol::boards::{Feed, OPS_MAX, Snapshot, Submit, Submitted},
    reject::Reject,
    space::Side,
    sync::{
        outbox::{Outbox, Queued},
        replica::{Outcome, Replica},
    },
    time::Timestamp,
};
use std::collections::BTreeMap;

/// One app installation.
pub struct Device {
    pub id: DeviceId,
    pub actor: Actor,
    pub replica: Replica,
    /// Stored: what is known of the server.
    snapshot: Option<Snapshot>,
    /// Stored: what is waiting.
    outbox: BTreeMap<u64, Queued>,
    /// Stored: the highest number ever given.
    last_seq: u64,
    /// Stored: what the server took lately.
    sent: BTreeMap<u64, Queued>,
    /// Stored: what was not carried out.
    pub tray: Vec<(Queued, Reject)>,
    /// What stood there before each text that was written here.
    pub written: Vec<(ItemId, TextField, String)>,
    /// The next thing to ask for.
    pub wants: Wants,
    /// The fault of keeping nothing of what the server took.
    pub forgetful: bool,
    /// The side of the board on which the person works; both when nothing is said.
    pub only: Option<Side>,
}

/// What a device asks the server for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wants {
    Nothing,
    Changes,
    Snapshot,
}

impl Device {
    pub fn new(id: DeviceId, actor: Actor) -> Self {
        let replica = Replica::new(actor, Outbox::default());
        Self {
            id,
            actor,
            replica,
            snapshot: None,
            outbox: BTreeMap::new(),
            last_seq: 0,
            sent: BTreeMap::new(),
            tray: Vec::new(),
            written: Vec::new(),
            wants: Wants::Snapshot,
            forgetful: false,
            only: None,
        }
    }

    /// Does something; whether it was possible.
    pub fn act(&mut self, at: Timestamp, op: Op) -> bool {
        let Ok(queued) = self.replica.act(at, op) else { return false };
        self.last_seq = self.replica.outbox().last_seq();
        self.outbox.insert(queued.seq, queued);
        true
    }

    pub fn submit(&mut self) -> Option<Submit> {
        self.replica.submit(self.id, OPS_MAX)
    }

    pub fn receive(&mut self, feed: Feed) {
        let outcome = self.replica.receive(feed);
        self.store(outcome);
    }

    pub fn answered(&mut self, answer: Submitted) {
        let outcome = self.replica.submitted(answer);
        self.store(outcome);
    }

    pub fn renumber(&mut self, expected: u64) {
        let outcome = self.replica.renumber(expected);
        self.store(outcome);
    }

    fn store(&mut self, outcome: Outcome) {
        if self.forgetful {
            self.replica.remember(Vec::new());
        }
        if outcome.changed {
            self.snapshot = Some(self.replica.snapshot());
        }
        if outcome.renumbered {
            self.store_outbox();
        }
        // The tray before the outbox: closing the app in between shows a text twice, never not.
        self.tray.extend(outcome.rejected);
        for seq in outcome.answered {
            self.outbox.remove(&seq);
        }
        self.sent.extend(outcome.sent.into_iter().map(|queued| (queued.seq, queued)));
        if outcome.lost {
            self.wants = Wants::Snapshot;
        } else if outcome.gap && self.wants == Wants::Nothing {
            self.wants = Wants::Changes;
        }
    }

    fn store_outbox(&mut self) {
        let queue = self.replica.outbox().queue();
        self.outbox = queue.iter().map(|queued| (queued.seq, queued.clone())).collect();
        self.last_seq = self.replica.outbox().last_seq();
        let sent = self.replica.sent();
        self.sent = sent.iter().map(|queued| (queued.seq, queued.clone())).collect();
    }

    /// The app is closed without warning and opened again.
    pub fn crash(&mut self) {
        let queue = self.outbox.values().cloned().collect();
        self.replica = Replica::new(self.actor, Outbox::restore(queue, self.last_seq));
        self.replica.remember(self.sent.values().cloned().collect());
        self.wants = Wants::Snapshot;
        if let Some(snapshot) = self.snapshot.clone() {
            self.receive(Feed::Snapshot(snapshot));
            self.wants = Wants::Changes;
        }
    }

    /// Some item on the screen.
    pub fn pick(&self, which: usize) -> Option<ItemId> {
        let items = self.replica.view().items();
        let shown = items.filter(|(side, _)| self.only.is_none_or(|only| only == *side));
        let ids: Vec<_> = shown.map(|(_, item)| item.id).collect();
        (!ids.is_empty()).then(|| ids[which % ids.len()])
    }
}
