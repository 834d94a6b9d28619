//! Keeps the replica, the device's copy and the pages in step.

use super::{Signals, now};
use crate::{
    platform::{clock, ids, page::PageSignals, stream::Stream},
    state::{
        connection::{AWAY_MS, Delivery},
        keep::{Found, Keep, NotSent},
        session::SessionState,
    },
};
use board::{
    actor::Actor,
    id::{BoardId, DeviceId},
    op::Op,
    protocol::boards::Feed,
    reject::Reject,
    sync::{
        outbox::Outbox,
        replica::{Outcome, Replica},
    },
};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};
use std::{cell::RefCell, rc::Rc};

/// One open board.
pub(super) struct Engine {
    pub(super) board: BoardId,
    pub(super) signals: Signals,
    pub(super) session: SessionState,
    pub(super) page: PageSignals,
    pub(super) inner: RefCell<Inner>,
}

/// What changes while the board is open.
pub(super) struct Inner {
    pub(super) replica: Replica,
    pub(super) device: DeviceId,
    pub(super) keep: Option<Keep>,
    /// A request with operations is on its way.
    pub(super) sending: bool,
    /// The server refused a whole batch: find out which operation it was.
    pub(super) one_by_one: bool,
    pub(super) stream: Option<Stream>,
    /// Distinguishes the current stream and its timers from older ones.
    pub(super) generation: u32,
    pub(super) attempt: u32,
    pub(super) stream_failures: u32,
    pub(super) last_heard: f64,
    /// Since when the server is not reached.
    pub(super) away_since: Option<f64>,
    pub(super) stopped: bool,
}

impl Engine {
    pub(super) fn start(
        actor: Actor,
        board: BoardId,
        own_device: bool,
        signals: Signals,
        session: SessionState,
        page: PageSignals,
    ) -> Rc<Self> {
        let inner = Inner {
            replica: Replica::new(actor, Outbox::default()),
            device: DeviceId(ids::new_uuid()),
            keep: None,
            sending: false,
            one_by_one: false,
            stream: None,
            generation: 0,
            attempt: 0,
            stream_failures: 0,
            last_heard: clock::now_ms(),
            away_since: None,
            stopped: false,
        };
        let engine = Rc::new(Self { board, signals, session, page, inner: RefCell::new(inner) });
        engine.watch_page();
        let started = engine.clone();
        spawn_local(async move {
            let (keep, found) = Keep::open(actor.person, board, own_device).await;
            started.take_found(actor, keep, found);
            started.connect().await;
            started.flush().await;
        });
        engine
    }

    /// Fills the replica from the device; what the person did meanwhile comes on top.
    fn take_found(&self, actor: Actor, keep: Keep, found: Found) {
        let early = {
            let mut inner = self.inner.borrow_mut();
            let early = inner.replica.outbox().ops();
            inner.device = found.device;
            inner.replica = Replica::new(actor, Outbox::restore(found.queue, found.last_seq));
            if let Some(snapshot) = found.snapshot {
                inner.replica.receive(Feed::Snapshot(snapshot));
            }
            inner.keep = Some(keep);
            early
        };
        self.signals.tray.set(found.tray);
        for op in early {
            // It was possible a moment ago on an empty board, so it is possible now.
            let _ = self.queue(op);
        }
        self.publish();
    }

    /// Ends everything: the board is no longer open.
    pub(super) fn stop(&self) {
        let mut inner = self.inner.borrow_mut();
        inner.stopped = true;
        inner.generation += 1;
        inner.stream = None;
    }

    pub(super) fn waiting(&self) -> usize {
        self.inner.borrow().replica.outbox().queue().len()
    }

    pub(super) fn act(self: &Rc<Self>, op: Op) -> Result<(), Reject> {
        self.queue(op)?;
        self.publish();
        let engine = self.clone();
        spawn_local(async move { engine.flush().await });
        Ok(())
    }

    /// Carries the operation out here and stores it on the device.
    fn queue(&self, op: Op) -> Result<(), Reject> {
        let mut inner = self.inner.borrow_mut();
        let queued = inner.replica.act(now(), op)?;
        let last_seq = inner.replica.outbox().last_seq();
        if let Some(keep) = inner.keep.clone() {
            let at_risk = self.signals.at_risk;
            let lasting = keep.is_lasting();
            spawn_local(async move {
                if keep.put_queued(&queued, last_seq).await.is_err() || !lasting {
                    at_risk.try_update(|count| *count += 1);
                }
            });
        }
        Ok(())
    }

    pub(super) fn dismiss(&self, entry: &NotSent) {
        self.signals.tray.update(|tray| tray.retain(|not_sent| not_sent != entry));
        self.keep_tray();
        self.publish();
    }

    /// Stores what the server said and shows it.
    pub(super) fn take(&self, outcome: Outcome) {
        if !outcome.rejected.is_empty() {
            let rejected = outcome.rejected.into_iter();
            self.signals.tray.update(|tray| {
                tray.extend(rejected.map(|(queued, reason)| NotSent { queued, reason }));
            });
            self.keep_tray();
        }
        let inner = self.inner.borrow();
        if let Some(keep) = inner.keep.clone().filter(Keep::is_lasting) {
            let outbox = inner.replica.outbox();
            let renumbered =
                outcome.renumbered.then(|| (outbox.queue().to_vec(), outbox.last_seq()));
            let state = (outcome.changed || !outcome.answered.is_empty())
                .then(|| (inner.replica.snapshot(), outcome.answered));
            spawn_local(async move {
                // A device that cannot store reads everything anew at the next start.
                if let Some((queue, last_seq)) = renumbered {
                    let _ = keep.put_outbox(&queue, last_seq).await;
                }
                if let Some((snapshot, answered)) = state {
                    let _ = keep.put_state(&snapshot, &answered).await;
                }
            });
        }
        drop(inner);
        if !outcome.news.is_empty() {
            self.signals.news.set(outcome.news);
        }
        self.publish();
    }

    fn keep_tray(&self) {
        if let Some(keep) = self.inner.borrow().keep.clone() {
            let tray = self.signals.tray.get_untracked();
            spawn_local(async move {
                // The tray is still on the screen when the device cannot store it.
                let _ = keep.put_tray(&tray).await;
            });
        }
    }

    /// Tells the pages what to show now.
    pub(super) fn publish(&self) {
        let inner = self.inner.borrow();
        if inner.stopped {
            return;
        }
        let view = inner.replica.view();
        if self.signals.view.with_untracked(|shown| shown != view) {
            self.signals.view.set(view.clone());
        }
        if inner.replica.is_ready() && !self.signals.ready.get_untracked() {
            self.signals.ready.set(true);
        }
        let waiting = inner.replica.outbox().queue().len();
        if waiting == 0 && self.signals.at_risk.get_untracked() != 0 {
            self.signals.at_risk.set(0);
        }
        let long_away =
            inner.away_since.is_some_and(|since| clock::now_ms() - since >= f64::from(AWAY_MS));
        // A session that ended with nothing unsent is said elsewhere; here all is well.
        let stranded = self.session.has_ended_untracked() && waiting > 0;
        let trouble = stranded || !self.signals.tray.with_untracked(Vec::is_empty);
        let state = match (trouble, waiting, long_away) {
            (true, ..) => Delivery::Trouble,
            (_, 0, false) => Delivery::Sent,
            (_, _, false) => Delivery::Sending,
            (_, waiting, true) => Delivery::Waiting(waiting),
        };
        if self.signals.save.get_untracked() != state {
            self.signals.save.set(state);
        }
    }

    /// Notes whether the server was reached, and says so when being away lasts.
    pub(super) fn note_reached(self: &Rc<Self>, reached: bool) {
        let newly_away = {
            let mut inner = self.inner.borrow_mut();
            let newly_away = !reached && inner.away_since.is_none();
            if reached {
                inner.away_since = None;
            } else if newly_away {
                inner.away_since = Some(clock::now_ms());
            }
            newly_away
        };
        if newly_away {
            let engine = self.clone();
            spawn_local(async move {
                TimeoutFuture::new(AWAY_MS).await;
                engine.publish();
            });
        }
        self.publish();
    }
}
