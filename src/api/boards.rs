//! Boards: read them, follow them, change them.

use crate::{
    api::http::{self, API, ApiError},
    platform::stream::Stream,
};
use board::{
    id::{BoardId, DeviceId},
    protocol::boards::{Cursor, Feed, Submit, Submitted},
};

/// What is new since `cursor`; everything when there is none.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read(
    board: BoardId,
    device: DeviceId,
    cursor: Option<Cursor>,
) -> Result<Feed, ApiError> {
    let since = cursor.map(|cursor| format!("&since={cursor}")).unwrap_or_default();
    http::get(&format!("/boards/{board}?device={device}{since}")).await
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
    /// It lives, and the server is this far.
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
    tell: impl Fn(StreamNews) + 'static,
) -> Stream {
    let url = format!("{API}/boards/{board}/events?device={device}&since={cursor}");
    Stream::open(&url, move |name, data| {
        tell(match name {
            "open" => StreamNews::Open,
            "message" => match wire::from_json(data) {
                Ok(feed) => StreamNews::Feed(Box::new(feed)),
                Err(_) => StreamNews::Reset,
            },
            "beat" => match data.parse() {
                Ok(cursor) => StreamNews::Beat(cursor),
                Err(_) => StreamNews::Reset,
            },
            "reset" => StreamNews::Reset,
            _ => StreamNews::Closed,
        });
    })
}
