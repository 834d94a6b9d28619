//! Tells a coordinator which duos to look at again, and not a word more.

use crate::{
    app::App,
    http::{extract::Staff, problem::ApiError},
    ids,
    live::{BEAT, Heard, Listener, Stream},
    store::StoreError,
};
use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, header},
    response::{
        IntoResponse, Response,
        sse::{Event, Sse},
    },
};
use board::{
    id::{BoardId, DeviceId, DuoId},
    office::duty::Duty,
    protocol::problem::Problem,
};
use futures_util::stream;
use std::{collections::VecDeque, sync::Arc, time::Duration};
use tokio::{
    sync::watch,
    time::{Instant, sleep, sleep_until},
};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

/// How long changes are collected before they are told: two people at work make many.
const COLLECT: Duration = Duration::from_millis(300);

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(follow_caseload))
}

/// Follows the duos of the coordinator's branches, as server-sent events.
///
/// `event: changed` has `{"duo": …}` as data: its state may be another one, read it. `event: beat`
/// comes after 50 quiet seconds. The stream ends with the session and when the server stops.
#[utoipa::path(get, path = "/caseload/live", tag = "caseload",
    responses(
        (status = 200, description = "The stream", content_type = "text/event-stream", body = DuoId),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn follow_caseload(State(app): State<Arc<App>>, staff: Staff) -> Result<Response, ApiError> {
    staff.must(Duty::LookAfter)?;
    // No board: such a stream hears of nothing but its end.
    let listener = Listener {
        board: BoardId(Uuid::nil()),
        person: staff.who.person,
        session: staff.who.session,
        device: DeviceId(Uuid::from_bytes(ids::random())),
    };
    let stream = app.hub.open(listener);
    // Listening begins before the mark is read, so nothing falls in between.
    let writes = app.hub.writes();
    let mark = app.store.changed_duos(staff.who.person, None).await?.mark;
    let reader = Reader { app, stream, writes, mark, waiting: VecDeque::new() };
    let events = stream::unfold(reader, |mut reader| async move {
        reader.next().await.map(|event| (Ok::<_, axum::Error>(event), reader))
    });
    let headers = [
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store, no-transform")),
        // nginx would otherwise collect events before passing them on.
        (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no")),
    ];
    Ok((headers, Sse::new(events)).into_response())
}

/// One coordinator at the other end of a connection.
struct Reader {
    app: Arc<App>,
    stream: Stream,
    writes: watch::Receiver<u64>,
    mark: i64,
    waiting: VecDeque<DuoId>,
}

impl Reader {
    /// The next event; none when the stream is over.
    async fn next(&mut self) -> Option<Event> {
        let beat = Instant::now() + BEAT;
        loop {
            if let Some(duo) = self.waiting.pop_front() {
                let data = format!(r#"{{"duo":"{duo}"}}"#);
                return Some(Event::default().event("changed").data(data));
            }
            tokio::select! {
                heard = self.stream.hear() => {
                    if matches!(heard, Heard::End) {
                        return None;
                    }
                }
                written = self.writes.changed() => {
                    written.ok()?;
                    sleep(COLLECT).await;
                    self.look().await.ok()?;
                }
                () = sleep_until(beat) => {
                    return Some(Event::default().event("beat").data(""));
                }
            }
        }
    }

    /// Asks which duos changed.
    async fn look(&mut self) -> Result<(), StoreError> {
        self.writes.borrow_and_update();
        let person = self.stream.listener().person;
        let changed = self.app.store.changed_duos(person, Some(self.mark)).await?;
        self.mark = changed.mark;
        self.waiting.extend(changed.duos);
        Ok(())
    }
}
