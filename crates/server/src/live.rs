//! Tells the open streams of a board what changed, at once and only to whom it is due.
//!
//! The stream is an accelerator, not the truth: whoever lags is told to read the log.

mod stream;

pub use stream::{Heard, Stream};

use board::{
    event::Event,
    id::{BoardId, DeviceId, PersonId, SessionId},
    space::Side,
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::sync::{broadcast, oneshot, watch};

/// How often a quiet stream shows that it is alive. Under the minute after which proxies close what
/// is silent, and no more often: each beat wakes a phone's radio.
pub const BEAT: Duration = Duration::from_secs(50);

/// Requests that a slow reader can be behind before it has to read the log. Each place costs
/// memory on every board.
const BEHIND_MAX: usize = 16;

/// A committed request, on its way to the streams.
#[derive(Debug)]
pub struct News {
    /// Whose request, and so whose private space.
    pub person: PersonId,
    /// Their app installation.
    pub device: DeviceId,
    /// What it did, in order.
    pub events: Vec<Told>,
}

/// An event, with its space and the number of the operation that made it.
#[derive(Clone, Debug)]
pub struct Told {
    /// In which space of its readers.
    pub side: Side,
    /// Number of the operation on its device.
    pub seq: u64,
    /// The event.
    pub event: Event,
}

/// Who listens to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listener {
    /// The board.
    pub board: BoardId,
    /// The person.
    pub person: PersonId,
    /// Their session.
    pub session: SessionId,
    /// Their app installation: one stream per board and device.
    pub device: DeviceId,
}

/// The streams of every board of this process.
#[derive(Clone, Default)]
pub struct Hub {
    inner: Arc<Mutex<Inner>>,
    /// How often something was written, whatever it was.
    writes: Arc<watch::Sender<u64>>,
}

#[derive(Default)]
struct Inner {
    boards: HashMap<BoardId, broadcast::Sender<Arc<News>>>,
    streams: HashMap<u64, Open>,
    by_device: HashMap<(BoardId, PersonId, DeviceId), u64>,
    last: u64,
    closed: bool,
}

struct Open {
    listener: Listener,
    /// Dropped to end the stream.
    _stop: oneshot::Sender<()>,
}

impl Hub {
    /// Opens a stream; an older one of the same device on the same board ends.
    #[must_use]
    pub fn open(&self, listener: Listener) -> Stream {
        let (stop, stopped) = oneshot::channel();
        let mut inner = self.lock();
        let news = inner
            .boards
            .entry(listener.board)
            .or_insert_with(|| broadcast::channel(BEHIND_MAX).0)
            .subscribe();
        inner.last += 1;
        let number = inner.last;
        // After `end_all` the sender is dropped here and the stream ends at once.
        if !inner.closed {
            let key = (listener.board, listener.person, listener.device);
            if let Some(older) = inner.by_device.insert(key, number) {
                inner.streams.remove(&older);
            }
            inner.streams.insert(number, Open { listener, _stop: stop });
        }
        Stream::new(self.clone(), number, listener, news, stopped)
    }

    /// Tells the streams of a board. Called after the commit, in the order of commits.
    pub fn tell(&self, board: BoardId, news: News) {
        let sender = self.lock().boards.get(&board).cloned();
        if let Some(sender) = sender.filter(|_| !news.events.is_empty()) {
            // No stream left is no trouble.
            drop(sender.send(Arc::new(news)));
        }
    }

    /// Says that something was written. Called after the commit.
    pub fn note_write(&self) {
        self.writes.send_modify(|count| *count = count.wrapping_add(1));
    }

    /// Wakes after each write, for whoever then asks what it changed for them.
    #[must_use]
    pub fn writes(&self) -> watch::Receiver<u64> {
        self.writes.subscribe()
    }

    /// Ends the streams of a session that ended.
    pub fn end_session(&self, session: SessionId) {
        self.end_where(|listener| listener.session == session);
    }

    /// Ends a person's streams of a board that they may no longer read.
    pub fn end_reader(&self, board: BoardId, person: PersonId) {
        self.end_where(|listener| listener.board == board && listener.person == person);
    }

    /// Ends all streams of a board: who reads what of it has changed.
    pub fn end_board(&self, board: BoardId) {
        self.end_where(|listener| listener.board == board);
    }

    /// Ends every stream and opens no other: the server stops.
    pub fn end_all(&self) {
        self.lock().closed = true;
        self.end_where(|_| true);
    }

    /// Number of open streams.
    #[must_use]
    pub fn count(&self) -> usize {
        self.lock().streams.len()
    }

    fn end_where(&self, ends: impl Fn(&Listener) -> bool) {
        self.lock().streams.retain(|_, open| !ends(&open.listener));
    }

    /// Forgets a stream that is gone, and the board when nobody listens to it any more.
    fn forget(&self, number: u64, listener: &Listener) {
        let mut inner = self.lock();
        inner.streams.remove(&number);
        let key = (listener.board, listener.person, listener.device);
        if inner.by_device.get(&key) == Some(&number) {
            inner.by_device.remove(&key);
        }
        let deserted =
            inner.boards.get(&listener.board).is_some_and(|sender| sender.receiver_count() == 0);
        if deserted {
            inner.boards.remove(&listener.board);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
