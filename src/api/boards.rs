//! Boards: read them, follow them, change them.

use crate::{
    api::http::{self, API, ApiError},
    platform::{clock, stream::Stream},
};
use board::{
    id::{BoardId, DeviceId},
    protocol::boards::{Cursor, Feed, Submit, Submitted},
};

/// What is new since `cursor`; everything when there is none. No feed at all says that there is
/// nothing new, and that `mark` still stands for the session.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read(
    board: BoardId,
    device: DeviceId,
    cursor: Option<Cursor>,
    mark: &str,
) -> Result<Option<Feed>, ApiError> {
    let since = cursor.map(|cursor| format!("&since={cursor}")).unwrap_or_default();
    http::get_if_any(&format!("/boards/{board}?device={device}{since}{}", known(mark))).await
}

/// The whole board, when it was asked for before the app ran: as a device reads it that has never
/// sent anything.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read_early(board: BoardId) -> Result<Option<Feed>, ApiError> {
    http::get_early(&format!("/boards/{board}")).await
}

/// Servers of before the mark are not asked about it.
fn known(mark: &str) -> String {
    if mark.is_empty() { String::new() } else { format!("&known={mark}") }
}

/// Sends operations.
///
/// # Errors
/// Any [`ApiError`].
pub async fn submit(board: BoardId, submit: &Submit) -> Result<Submitted, ApiError> {
    http::post(&format!("/boards/{board}/ops"), submit).await
}

/// What the stream of a board tells.
#[derive(Clone, Debug)]
pub enum StreamNews {
    /// It is open.
    Open,
    /// It lives, and the server is this far. As the first thing of a stream it says that nothing
    /// was missed, of the session neither.
    Beat(Cursor),
    /// Something changed.
    Feed(Box<Feed>),
    /// It cannot be followed from here: read again.
    Reset,
    /// It ended.
    Closed,
}

/// Follows a board from `cursor` on until the returned stream is dropped.
pub fn follow(
    board: BoardId,
    device: DeviceId,
    cursor: Cursor,
    mark: &str,
    tell: impl Fn(StreamNews) + 'static,
) -> Stream {
    let known = known(mark);
    let url = format!("{API}/boards/{board}/events?device={device}&since={cursor}{known}");
    Stream::open(&url, move |name, data| {
        tell(match name {
            "open" => StreamNews::Open,
            "message" => match wire::from_json(data) {
                Ok(feed) => StreamNews::Feed(Box::new(feed)),
                Err(_) => StreamNews::Reset,
            },
            "beat" => {
                let (cursor, time) = data.split_once(' ').unwrap_or((data, ""));
                // A stream has no other way to say what time it is there.
                if let Ok(seconds) = time.parse::<i64>() {
                    clock::hear_ms(seconds as f64 * 1_000.0);
                }
                cursor.parse().map_or(StreamNews::Reset, StreamNews::Beat)
            }
            "reset" => StreamNews::Reset,
            _ => StreamNews::Closed,
        });
    })
}
