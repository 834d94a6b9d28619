//! Keeps the replica, the device's copy and the pages in step.

use super::{Signals, now};
use crate::{
    api::http,
    platform::{clock, hurry, ids, network, page::PageSignals, returning, stream::Stream},
    state::{
        connection::{AWAY_MS, Delivery},
        keep::{Found, Keep, NotSent},
        session::SessionState,
        trouble::Trouble,
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
    /// Polls since the last stream that worked.
    pub(super) polls: u32,
    /// Whether the open stream has said anything.
    pub(super) has_spoken: bool,
    /// The session was asked for, since this device remembers an older one.
    pub(super) checked_session: bool,
    pub(super) last_heard: f64,
    /// Since when the server is not reached.
    pub(super) away_since: Option<f64>,
    pub(super) stopped: bool,
    /// The browser was asked to spare what is kept here.
    pub(super) asked_to_last: bool,
    /// The device had no room; somebody is trying again.
    pub(super) storing_again: bool,
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
            polls: 0,
            has_spoken: false,
            checked_session: false,
            last_heard: clock::now_ms(),
            away_since: None,
            stopped: false,
            asked_to_last: false,
            storing_again: false,
        };
        if clock::is_wrong() {
            signals.troubles.set(Trouble::Clock, true);
        }
        let engine = Rc::new(Self { board, signals, session, page, inner: RefCell::new(inner) });
        engine.watch_page();
        let started = engine.clone();
        let first_read = hurry::begin();
        spawn_local(async move {
            let (keep, found) = Keep::open(actor.person, board, own_device).await;
            started.take_found(actor, keep, found);
            // A board that is on the device is not waited for.
            let is_here = started.inner.borrow().replica.is_ready();
            let first_read = (!is_here).then_some(first_read);
            started.connect().await;
            drop(first_read);
            started.flush().await;
        });
        engine
    }

    /// Fills the replica from the device; what the person did meanwhile comes on top.
    fn take_found(self: &Rc<Self>, actor: Actor, keep: Keep, found: Found) {
        let early = {
            let mut inner = self.inner.borrow_mut();
            let early = inner.replica.outbox().ops();
            inner.device = found.device;
            inner.replica = Replica::new(actor, Outbox::restore(found.queue, found.last_seq));
            inner.replica.remember(found.sent);
            if let Some(snapshot) = found.snapshot {
                inner.replica.receive(Feed::Snapshot(snapshot));
            }
            inner.keep = Some(keep);
            early
        };
        self.signals.tray.set(found.tray);
        self.signals.unread.set(found.unread);
        if let Some(trouble) = found.trouble {
            self.signals.troubles.set(trouble, true);
        }
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
    fn queue(self: &Rc<Self>, op: Op) -> Result<(), Reject> {
        let (queued, last_seq) = {
            let mut inner = self.inner.borrow_mut();
            let queued = inner.replica.act(now(), op)?;
            (queued, inner.replica.outbox().last_seq())
        };
        self.store_queued(queued, last_seq);
        Ok(())
    }

    pub(super) fn dismiss(self: &Rc<Self>, entry: &NotSent) {
        self.signals.tray.update(|tray| tray.retain(|not_sent| not_sent != entry));
        self.keep_tray();
        self.publish();
    }

    /// Stores what the server said and shows it.
    pub(super) fn take(self: &Rc<Self>, outcome: Outcome) {
        if !outcome.rejected.is_empty() {
            let rejected = outcome.rejected.iter().cloned();
            self.signals.tray.update(|tray| {
                tray.extend(rejected.map(|(queued, reason)| NotSent { queued, reason }));
            });
            self.keep_tray();
        }
        if outcome.again > 0 {
            self.signals.troubles.set(Trouble::Restored(outcome.again), true);
        }
        self.store_outcome(&outcome);
        if !outcome.news.is_empty() {
            self.signals.news.set(outcome.news);
        }
        self.publish();
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
        let troubles = self.signals.troubles;
        troubles.set(Trouble::Doorkeeper, http::is_at_doorkeeper() && inner.away_since.is_some());
        troubles.set(Trouble::Clock, clock::is_wrong());
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
            (_, 0, false) if network::saves_data() => Delivery::Updated(minute(inner.last_heard)),
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
        let (newly_away, back) = {
            let mut inner = self.inner.borrow_mut();
            let newly_away = !reached && inner.away_since.is_none();
            let back = reached && inner.away_since.is_some();
            if reached {
                inner.last_heard = clock::now_ms();
                inner.away_since = None;
            } else if newly_away {
                inner.away_since = Some(clock::now_ms());
            }
            (newly_away, back)
        };
        if back {
            returning::note();
        }
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

/// A moment of this device as people read it: the true time, which changes once a minute.
fn minute(heard: f64) -> i64 {
    (heard + clock::true_ms() - clock::now_ms()) as i64 / 60_000 * 60_000
}
