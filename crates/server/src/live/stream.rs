//! One reader of one board: waits for news, and for the end.

use super::{Hub, Listener, News, Told};
use board::{id::PersonId, space::Side};
use std::sync::Arc;
use tokio::sync::{
    broadcast::{self, error::RecvError},
    oneshot,
};

/// What a stream hears.
#[derive(Clone, Debug)]
pub enum Heard {
    /// Something changed.
    News(Arc<News>),
    /// Too much changed to keep up: read the log.
    Lagged,
    /// The stream is over.
    End,
}

impl News {
    /// The events that `person` may know of: private ones are for their owner alone.
    pub fn for_reader(&self, person: PersonId) -> impl Iterator<Item = &Told> {
        let own = self.person == person;
        self.events.iter().filter(move |told| own || told.side == Side::Shared)
    }

    fn concerns(&self, person: PersonId) -> bool {
        self.for_reader(person).next().is_some()
    }
}

/// An open stream. Dropping it closes it.
pub struct Stream {
    hub: Hub,
    number: u64,
    listener: Listener,
    /// Absent only while being dropped.
    news: Option<broadcast::Receiver<Arc<News>>>,
    stopped: oneshot::Receiver<()>,
}

impl Stream {
    pub(super) fn new(
        hub: Hub,
        number: u64,
        listener: Listener,
        news: broadcast::Receiver<Arc<News>>,
        stopped: oneshot::Receiver<()>,
    ) -> Self {
        Self { hub, number, listener, news: Some(news), stopped }
    }

    /// Who listens.
    #[must_use]
    pub fn listener(&self) -> &Listener {
        &self.listener
    }

    /// The next thing that concerns this reader. Somebody else's private news is passed over.
    /// May be dropped while waiting without losing anything.
    pub async fn hear(&mut self) -> Heard {
        let Some(news) = self.news.as_mut() else { return Heard::End };
        loop {
            let heard = tokio::select! {
                biased;
                _ = &mut self.stopped => return Heard::End,
                heard = news.recv() => heard,
            };
            match heard {
                Ok(one) if !one.concerns(self.listener.person) => {}
                Ok(one) => return Heard::News(one),
                Err(RecvError::Lagged(_)) => return Heard::Lagged,
                Err(RecvError::Closed) => return Heard::End,
            }
        }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        // First the receiver, so that the hub can see whether anybody is left.
        self.news = None;
        self.hub.forget(self.number, &self.listener);
    }
}
