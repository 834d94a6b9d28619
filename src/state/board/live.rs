//! Follows the board: the stream brings news fast, the log is the truth. Where data is saved there
//! is no stream: the log is read when the board is opened, when something is sent, and on request.

use super::engine::Engine;
use crate::{
    api::{self, boards::StreamNews, http::ApiError},
    platform::{clock, network},
    state::connection::{
        FRESH_MS, HIDDEN_MS, POLL_MS, STREAM_TRIES, Silence, back_off, silence, tries_stream,
    },
};
use board::protocol::{boards::Feed, problem::ProblemCode};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;

impl Engine {
    /// Opens the stream anew, after reading the board when it was never read. Where data is saved
    /// reading is all.
    pub(super) async fn connect(self: &Rc<Self>) {
        let generation = {
            let mut inner = self.inner.borrow_mut();
            if inner.stopped {
                return;
            }
            inner.stream = None;
            inner.generation += 1;
            inner.generation
        };
        let (ready, saves) = (self.inner.borrow().replica.is_ready(), network::saves_data());
        if (saves || !ready) && !self.catch_up(!ready).await {
            self.connect_later();
            return;
        }
        if saves || !self.is_current(generation) {
            return;
        }
        let (device, cursor) = {
            let inner = self.inner.borrow();
            (inner.device, inner.replica.cursor())
        };
        let (engine, mark) = (self.clone(), self.session.mark());
        let stream = api::boards::follow(self.board, device, cursor, &mark, move |news| {
            let engine = engine.clone();
            // Not within the callback: it may end with the stream being dropped.
            spawn_local(async move {
                if engine.is_current(generation) {
                    engine.hear(news).await;
                }
            });
        });
        let mut inner = self.inner.borrow_mut();
        inner.last_heard = clock::now_ms();
        inner.has_spoken = false;
        inner.stream = Some(stream);
    }

    async fn hear(self: &Rc<Self>, news: StreamNews) {
        let speaks = matches!(news, StreamNews::Beat(_) | StreamNews::Feed(_));
        {
            let mut inner = self.inner.borrow_mut();
            inner.last_heard = clock::now_ms();
            if speaks {
                // Not when it opens: where streams are collected they open too.
                inner.has_spoken = true;
                (inner.attempt, inner.stream_failures, inner.polls) = (0, 0, 0);
            }
        }
        if speaks {
            self.check_session(matches!(news, StreamNews::Beat(_)));
        }
        match news {
            StreamNews::Open => {
                self.note_reached(true);
                self.flush().await;
            }
            StreamNews::Beat(cursor) => {
                let behind = self.inner.borrow().replica.cursor() != cursor;
                // An answer to our own operations may be on its way: it will tell.
                if behind && !self.inner.borrow().sending {
                    self.catch_up(false).await;
                }
            }
            StreamNews::Feed(feed) => {
                let outcome = self.inner.borrow_mut().replica.receive(*feed);
                self.take_and_mend(outcome).await;
                // A server that was put back gets again what it forgot.
                self.flush().await;
            }
            StreamNews::Reset => {
                self.catch_up(true).await;
                self.connect_later();
            }
            StreamNews::Closed => {
                self.inner.borrow_mut().stream_failures += 1;
                self.inner.borrow_mut().stream = None;
                self.connect_later();
            }
        }
    }

    /// Reads what is new, or everything. False when the server was not reached.
    pub(super) async fn catch_up(self: &Rc<Self>, everything: bool) -> bool {
        let (device, cursor, has_sent) = {
            let inner = self.inner.borrow();
            let known = inner.replica.is_ready() && !everything;
            let has_sent = inner.replica.outbox().last_seq() > 0;
            (inner.device, known.then(|| inner.replica.cursor()), has_sent)
        };
        let mark = self.session.mark();
        let early = match cursor {
            None if !has_sent => api::boards::read_early(self.board).await,
            _ => Ok(None),
        };
        let answer = match early {
            Ok(None) => api::boards::read(self.board, device, cursor, &mark).await,
            early => early,
        };
        match answer {
            Ok(None) => {
                self.check_session(true);
                self.note_reached(true);
                true
            }
            Ok(Some(feed)) => {
                self.check_session(false);
                // Nothing of the board is new, so something else is: a new build, perhaps.
                let same = matches!(&feed, Feed::Changes(now) if Some(now.cursor) == cursor);
                if same && !mark.is_empty() && !self.session.is_unconfirmed() {
                    let session = self.session;
                    spawn_local(async move {
                        session.resume().await;
                    });
                }
                // All of it is: a new mentor, perhaps, and with them a choice that waits.
                if cursor.is_some() && matches!(feed, Feed::Snapshot(_)) {
                    self.session.check();
                }
                let outcome = self.inner.borrow_mut().replica.receive(feed);
                let lost = outcome.lost;
                self.take(outcome);
                self.note_reached(true);
                // Only changes can be lost on us, never a snapshot: this asks once more at most.
                if lost && !everything { Box::pin(self.catch_up(true)).await } else { true }
            }
            Err(error) => {
                match error.code() {
                    // Whose memory this visit began with may not be who is signed in now.
                    Some(ProblemCode::SignedOut | ProblemCode::NotFound)
                        if self.session.is_unconfirmed() =>
                    {
                        self.check_session(false);
                    }
                    Some(ProblemCode::SignedOut) => self.session.end(),
                    Some(ProblemCode::NotFound | ProblemCode::NotAllowed) => self.close(),
                    _ => {}
                }
                self.note_reached(matches!(error, ApiError::Problem(ref p) if p.status < 500));
                false
            }
        }
    }

    /// The first answer of a visit that began with what the device remembers: it says that all of
    /// that still holds, or the session is read.
    fn check_session(&self, nothing_new: bool) {
        if !self.session.is_unconfirmed() {
            return;
        }
        if nothing_new {
            self.session.confirm();
        } else if !std::mem::replace(&mut self.inner.borrow_mut().checked_session, true) {
            self.session.check();
        }
    }

    /// Tries again after a while; polls when streams do not get through here.
    pub(super) fn connect_later(self: &Rc<Self>) {
        let (wait, generation) = {
            let mut inner = self.inner.borrow_mut();
            inner.attempt += 1;
            let polls = inner.stream_failures >= STREAM_TRIES && inner.away_since.is_none();
            (if polls { POLL_MS } else { back_off(inner.attempt) }, inner.generation)
        };
        let engine = self.clone();
        spawn_local(async move {
            TimeoutFuture::new(wait).await;
            if engine.is_current(generation) && engine.page.visible.get_untracked() {
                engine.reconnect().await;
            }
        });
    }

    /// What a stream cannot tell (signed out, board gone) is learnt by reading first.
    async fn reconnect(self: &Rc<Self>) {
        if self.session.has_ended_untracked() {
            return;
        }
        if network::saves_data() {
            self.connect().await;
            self.flush().await;
            return;
        }
        if !self.catch_up(false).await {
            self.connect_later();
            return;
        }
        let tries_stream = {
            let mut inner = self.inner.borrow_mut();
            inner.polls += 1;
            tries_stream(inner.stream_failures, inner.polls)
        };
        if tries_stream {
            self.connect().await;
        } else {
            self.connect_later();
        }
        self.flush().await;
    }

    /// Tries at once: the network or the person came back.
    pub(super) fn wake(self: &Rc<Self>) {
        let engine = self.clone();
        spawn_local(async move {
            {
                let mut inner = engine.inner.borrow_mut();
                if inner.stopped {
                    return;
                }
                inner.attempt = 0;
                // Older timers must not connect a second time.
                inner.generation += 1;
            }
            engine.reconnect().await;
        });
    }

    fn is_current(&self, generation: u32) -> bool {
        let inner = self.inner.borrow();
        inner.generation == generation && !inner.stopped
    }

    /// Reacts to the window: network back, page hidden, page seen again, a stream gone silent.
    pub(super) fn watch_page(self: &Rc<Self>) {
        let engine = self.clone();
        let page = self.page;
        Effect::new(move |before: Option<(bool, bool, u32)>| {
            let now = (page.online.get(), page.visible.get(), page.line.get());
            let (was_online, was_visible, line) = before.unwrap_or(now);
            let another_line = line != now.2;
            // A stream of the line before says nothing and does not end.
            if (now.0 && !was_online) || another_line {
                engine.wake();
            } else if now.1 && !was_visible {
                engine.return_to();
            }
            if !now.0 && was_online {
                engine.note_reached(false);
            }
            if !now.1 && was_visible {
                engine.rest_later();
            }
            now
        });
        let engine = Rc::downgrade(self);
        spawn_local(async move {
            loop {
                TimeoutFuture::new(10_000).await;
                let Some(engine) = engine.upgrade() else { return };
                if engine.inner.borrow().stopped {
                    return;
                }
                if engine.page.visible.get_untracked() {
                    engine.mind_silence();
                }
            }
        });
    }

    /// The person looks at the page again.
    fn return_to(self: &Rc<Self>) {
        let quiet = clock::now_ms() - self.inner.borrow().last_heard;
        if !network::saves_data() || quiet > FRESH_MS {
            self.wake();
        }
    }

    /// Replaces a stream that should have spoken; polls where none gets through.
    fn mind_silence(self: &Rc<Self>) {
        {
            let mut inner = self.inner.borrow_mut();
            if inner.stream.is_none() {
                return;
            }
            let failures = match silence(inner.has_spoken, clock::now_ms() - inner.last_heard) {
                Silence::Fine => return,
                Silence::Dead => inner.stream_failures + 1,
                Silence::Collected => STREAM_TRIES,
            };
            inner.stream_failures = failures;
            inner.stream = None;
        }
        self.wake();
    }

    /// A page that stays hidden gives its stream back.
    fn rest_later(self: &Rc<Self>) {
        let engine = self.clone();
        spawn_local(async move {
            TimeoutFuture::new(HIDDEN_MS).await;
            if !engine.page.visible.get_untracked() {
                let mut inner = engine.inner.borrow_mut();
                inner.generation += 1;
                inner.stream = None;
            }
        });
    }
}
