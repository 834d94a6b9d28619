//! The live stream of a board: first what the reader missed, then each change as it happens.
//!
//! Every event carries the cursor it leads to, so a broken stream goes on where it was.

use super::{boards::refusal, session};
use crate::{
    app::App,
    clock,
    http::{
        extract::{AskedFor, PathId, SignedIn},
        problem::ApiError,
        trickle,
    },
    live::{BEAT, Heard, Listener, News, Stream, Told},
};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{
        Response,
        sse::{Event, Sse},
    },
};
use board::{
    event::Change,
    id::{BoardId, DeviceId},
    protocol::{
        boards::{Changes, Cursor, Feed, FeedChange, FeedEvent},
        problem::Problem,
    },
    space::Side,
};
use futures_util::stream;
use std::{sync::Arc, time::Duration};
use tokio::time::{Instant, sleep_until};
use utoipa_axum::{router::OpenApiRouter, routes};

/// How long a browser waits before it opens a broken stream again.
const RETRY: Duration = Duration::from_secs(3);

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(follow_board))
}

/// From where on a board is followed.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Follow {
    /// How far the reader is; `Last-Event-ID` wins over it.
    #[param(value_type = Option<Cursor>)]
    since: Option<Cursor>,
    /// The reader's app installation: it has one stream per board, a newer one ends the older.
    device: DeviceId,
    /// The `mark` of the session as the reader knows it: a stream that begins with a beat then
    /// says that neither the board nor the session has anything new.
    known: Option<String>,
}

/// Follows a board live, as server-sent events.
///
/// `data:` is a `Feed`, `id:` the cursor it leads to. `event: beat` with the
/// cursor as data comes after 50 quiet seconds, and first of all when nothing was missed.
/// `event: reset` means that the reader was too slow: read the board since the cursor.
/// The stream ends when the session ends, when the person may no longer read the board, when the
/// same device opens a newer one, and when the server stops.
#[utoipa::path(
    get,
    path = "/boards/{board}/events",
    tag = "boards",
    params(("board" = BoardId, Path, description = "Which board"), Follow),
    responses(
        (status = 200, description = "The stream", content_type = "text/event-stream", body = Feed),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: no such board, or not for this person", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: not a cursor, no device, or an unknown parameter", body = Problem,
            content_type = "application/problem+json"),
    )
)]
async fn follow_board(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId(board): PathId<BoardId>,
    AskedFor(Follow { since, device, known }): AskedFor<Follow>,
    request: HeaderMap,
) -> Result<Response, ApiError> {
    let last = request.get("last-event-id").and_then(|id| id.to_str().ok()?.parse().ok());
    let listener = Listener { board, person: who.person, session: who.session, device };
    // Listening begins before the log is read, so nothing falls in between.
    let stream = app.hub.open(listener);
    let since = last.or(since);
    let feed = app.store.feed(board, who.person, Some(device), since).await.map_err(refusal)?;
    let cursor = cursor_of(&feed);
    let first = match known {
        Some(mark) if since == Some(cursor) && session::is_known(&app, &who, &mark).await? => {
            // With the time: apps learn it from the heads of answers, which a stream hides.
            let seconds = clock::now().0 / 1000;
            Event::default().event("beat").data(format!("{cursor} {seconds}"))
        }
        _ => {
            let event = tell(&feed).map_err(|_| ApiError::Trouble("a feed is not JSON".into()))?;
            event.retry(RETRY)
        }
    };
    let reader = Reader { app, stream, cursor, first: Some(first), over: false };
    let events = stream::unfold(reader, |mut reader| async move {
        reader.next().await.map(|event| (event, reader))
    });
    let headers = [
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store, no-transform")),
        // nginx would otherwise collect events before passing them on.
        (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no")),
    ];
    let mut answer = trickle::compressed(&request, (headers, Sse::new(events)));
    session::renew_cookie(&who, &request, &mut answer);
    Ok(answer)
}

/// One reader at the other end of a connection.
struct Reader {
    app: Arc<App>,
    stream: Stream,
    cursor: Cursor,
    /// What was missed, until it is sent.
    first: Option<Event>,
    over: bool,
}

impl Reader {
    /// The next event; none when the stream is over.
    async fn next(&mut self) -> Option<Result<Event, axum::Error>> {
        if self.over {
            return None;
        }
        if let Some(first) = self.first.take() {
            return Some(Ok(first));
        }
        let quiet = Instant::now() + BEAT;
        loop {
            let heard = tokio::select! {
                heard = self.stream.hear() => heard,
                () = sleep_until(quiet) => return self.beat().await,
            };
            match heard {
                Heard::News(news) => match self.follow(&news) {
                    Followed::Known => {}
                    Followed::New(feed) => return Some(tell(&feed)),
                    Followed::Gap => return self.catch_up().await.map(|feed| tell(&feed)),
                },
                Heard::Lagged => {
                    self.over = true;
                    return Some(Ok(Event::default().event("reset").data(self.cursor.to_string())));
                }
                Heard::End => return None,
            }
        }
    }

    /// Nothing happened for a while. Looks whether that is true, and whether the person may
    /// still read here.
    async fn beat(&mut self) -> Option<Result<Event, axum::Error>> {
        let Listener { board, person, .. } = *self.stream.listener();
        let cursor = self.app.store.cursor(board, person).await.ok()?;
        if cursor == self.cursor {
            return Some(Ok(beat(cursor)));
        }
        self.catch_up().await.map(|feed| tell(&feed))
    }

    /// Reads the log from where the reader is.
    async fn catch_up(&mut self) -> Option<Feed> {
        let Listener { board, person, device, .. } = *self.stream.listener();
        let feed =
            self.app.store.feed(board, person, Some(device), Some(self.cursor)).await.ok()?;
        self.cursor = cursor_of(&feed);
        Some(feed)
    }

    /// Makes of the news what this reader may know and does not know yet.
    fn follow(&mut self, news: &News) -> Followed {
        let Listener { person, device, .. } = *self.stream.listener();
        let mut changes = Changes { cursor: self.cursor, shared: Vec::new(), private: Vec::new() };
        for Told { side, seq, event } in news.for_reader(person) {
            let (rev, list) = match side {
                Side::Shared => (&mut changes.cursor.shared, &mut changes.shared),
                Side::Private => (&mut changes.cursor.private, &mut changes.private),
            };
            if event.rev > *rev + 1 {
                return Followed::Gap;
            }
            if event.rev == *rev + 1 {
                *rev = event.rev;
                let change = match &event.change {
                    Change::Op(op) if news.device == device && !op.is_consequence() => {
                        FeedChange::Own(*seq)
                    }
                    change => change.clone().into(),
                };
                list.push(FeedEvent { rev: event.rev, at: event.at, by: event.by, change });
            }
        }
        if changes.cursor == self.cursor {
            return Followed::Known;
        }
        self.cursor = changes.cursor;
        Followed::New(Feed::Changes(changes))
    }
}

/// What some news is to a reader.
enum Followed {
    /// The reader knows it from the log.
    Known,
    /// It is the next thing.
    New(Feed),
    /// Something before it is missing.
    Gap,
}

fn cursor_of(feed: &Feed) -> Cursor {
    match feed {
        Feed::Changes(changes) => changes.cursor,
        Feed::Snapshot(snapshot) => snapshot.cursor,
    }
}

/// An event and not a comment: scripts do not see comments, and a reader has to know that a quiet
/// stream is not a dead one.
fn beat(cursor: Cursor) -> Event {
    Event::default().event("beat").data(cursor.to_string())
}

fn tell(feed: &Feed) -> Result<Event, axum::Error> {
    Event::default().id(cursor_of(feed).to_string()).json_data(feed)
}
