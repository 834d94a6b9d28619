//! Sends the outbox: in order, each operation once, and never blocked by one that is refused.

use super::engine::Engine;
use crate::{
    api::{self, http::ApiError},
    state::connection::back_off,
};
use board::{
    id::DeviceId,
    protocol::problem::{Problem, ProblemCode},
    reject::Reject,
    sync::replica::Outcome,
};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;

impl Engine {
    /// Sends everything that waits. Returns when nothing waits or the server is not reached.
    pub(super) async fn flush(self: &Rc<Self>) {
        loop {
            let submit = {
                let mut inner = self.inner.borrow_mut();
                let opened = inner.keep.is_some();
                if inner.sending || inner.stopped || !opened || !inner.replica.is_ready() {
                    return;
                }
                let device = inner.device;
                let limit = if inner.one_by_one { 1 } else { usize::MAX };
                let Some(submit) = inner.replica.submit(device, limit) else { return };
                inner.sending = true;
                submit
            };
            let answer = api::boards::submit(self.board, &submit).await;
            self.inner.borrow_mut().sending = false;
            let go_on = match answer {
                Ok(answer) => {
                    let outcome = {
                        let mut inner = self.inner.borrow_mut();
                        inner.attempt = 0;
                        inner.replica.submitted(answer)
                    };
                    let was_away = self.inner.borrow().away_since.is_some();
                    self.note_reached(true);
                    if was_away {
                        // The stream waits by a clock of its own, up to a minute; the server is
                        // here now, and the other person's words with it.
                        self.wake();
                    }
                    self.take_and_mend(outcome).await
                }
                Err(ApiError::Problem(problem)) if problem.status < 500 => {
                    self.refused(&problem, submit.ops.len()).await
                }
                Err(_) => {
                    self.note_reached(false);
                    self.flush_later(0);
                    false
                }
            };
            if !go_on {
                return;
            }
        }
    }

    /// Takes an outcome in; asks for what is missing. False when the server was not reached.
    pub(super) async fn take_and_mend(self: &Rc<Self>, outcome: Outcome) -> bool {
        let (gap, lost) = (outcome.gap, outcome.lost);
        self.take(outcome);
        if gap || lost { self.catch_up(lost).await } else { true }
    }

    /// The server refused a whole request: mend what can be mended.
    async fn refused(self: &Rc<Self>, problem: &Problem, sent: usize) -> bool {
        self.note_reached(true);
        match problem.code {
            ProblemCode::SignedOut => {
                self.session.end();
                self.publish();
                false
            }
            ProblemCode::NotFound | ProblemCode::NotAllowed => {
                self.close();
                false
            }
            // Everything waits on the device for the newer app, which the person is offered.
            ProblemCode::AppTooOld => false,
            ProblemCode::TooManyTries => {
                self.flush_later(problem.retry_after.unwrap_or_default());
                false
            }
            ProblemCode::SequenceGap | ProblemCode::SequenceReused
                if problem.expected.is_some() =>
            {
                let expected = problem.expected.unwrap_or(1);
                let outcome = self.inner.borrow_mut().replica.renumber(expected);
                self.take_and_mend(outcome).await
            }
            ProblemCode::DeviceTaken => {
                let device = DeviceId(crate::platform::ids::new_uuid());
                let outcome = {
                    let mut inner = self.inner.borrow_mut();
                    inner.device = device;
                    inner.replica.begin_anew()
                };
                self.take_device(device);
                self.take(outcome);
                true
            }
            _ if sent > 1 => {
                self.inner.borrow_mut().one_by_one = true;
                true
            }
            _ => {
                self.put_aside();
                true
            }
        }
    }

    /// The first operation can never be sent: into the tray, so that the others can.
    fn put_aside(self: &Rc<Self>) {
        let rejected = {
            let mut inner = self.inner.borrow_mut();
            inner.one_by_one = false;
            inner.replica.put_aside()
        };
        let rejected = rejected.map(|queued| (queued, Reject::UnknownValue));
        let rejected = rejected.into_iter().collect();
        self.take(Outcome { rejected, renumbered: true, ..Outcome::default() });
    }

    /// The person may no longer read this board.
    pub(super) fn close(&self) {
        self.signals.closed.set(true);
        self.stop();
    }

    /// Tries again after a while, not before so many seconds.
    fn flush_later(self: &Rc<Self>, seconds: u64) {
        let least = u32::try_from(seconds.min(600) * 1000).unwrap_or_default();
        let (wait, generation) = {
            let mut inner = self.inner.borrow_mut();
            inner.attempt += 1;
            (back_off(inner.attempt).max(least), inner.generation)
        };
        let engine = self.clone();
        spawn_local(async move {
            TimeoutFuture::new(wait).await;
            // A newer connection flushes by itself.
            if engine.inner.borrow().generation == generation {
                engine.flush().await;
            }
        });
    }
}
