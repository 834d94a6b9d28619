//! One request and its answer, with every way it can go wrong told apart.

use crate::platform::{clock, deadline, early, redirect};
use board::protocol::problem::{Problem, ProblemCode};
use gloo_net::http::{Request, RequestBuilder, Response};
use std::cell::Cell;
use wire::Wire;

/// The root of the API.
pub const API: &str = "/api/v1";

/// After this long without an answer the request is given up; it will be tried again.
const PATIENCE_SECONDS: u32 = 20;
/// What a bad line carries in a second, in bytes: long texts get so much more time.
const SLOW_BYTES: usize = 2_000;

thread_local! {
    /// Whether the last answer came from a network's own page.
    static DOORKEEPER: Cell<bool> = const { Cell::new(false) };
    /// Whether the server ever said that this app is too old for it.
    static TOO_OLD: Cell<bool> = const { Cell::new(false) };
}

/// Whether a page of the network (the sign-in page of a café's Wi-Fi) answers in place of our
/// server.
#[must_use]
pub fn is_at_doorkeeper() -> bool {
    DOORKEEPER.get()
}

/// Whether the server said that it no longer speaks with this version of the app.
#[must_use]
pub fn is_too_old() -> bool {
    TOO_OLD.get()
}

/// Why there is no answer to work with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// Nothing came, or something that is not ours.
    #[error("the server was not reached")]
    Away,
    /// A page of the network answered: a Wi-Fi that wants a sign-in first.
    #[error("the network answered in place of the server")]
    Doorkeeper,
    /// The server said why not.
    #[error("{}", .0.title)]
    Problem(Box<Problem>),
    /// The answer is of a newer version than this app.
    #[error("the answer could not be read")]
    Unreadable,
}

impl ApiError {
    /// The problem's code, when the server gave one.
    #[must_use]
    pub fn code(&self) -> Option<&ProblemCode> {
        if let Self::Problem(problem) = self { Some(&problem.code) } else { None }
    }

    /// Whether our server was not reached at all.
    #[must_use]
    pub fn is_away(&self) -> bool {
        matches!(self, Self::Away | Self::Doorkeeper)
    }

    /// Whether trying again later can help.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Away | Self::Doorkeeper => true,
            Self::Problem(problem) => problem.status >= 500 || problem.status == 429,
            Self::Unreadable => false,
        }
    }
}

/// Reads something.
///
/// # Errors
/// Any [`ApiError`].
pub async fn get<T: Wire>(path: &str) -> Result<T, ApiError> {
    read(send(Request::get(&url(path)), None).await?).await
}

/// Like [`get`], where an empty answer says that there is nothing new.
///
/// # Errors
/// Any [`ApiError`].
pub async fn get_if_any<T: Wire>(path: &str) -> Result<Option<T>, ApiError> {
    let response = send(Request::get(&url(path)), None).await?;
    if response.status() == 204 { Ok(None) } else { read(response).await.map(Some) }
}

/// What the page asked for before the app ran; nothing where it did not, or where no answer came.
///
/// # Errors
/// Any [`ApiError`].
pub async fn get_early<T: Wire>(path: &str) -> Result<Option<T>, ApiError> {
    let Some(response) = early::take(path).await else { return Ok(None) };
    let answer = match heard(response.into()).await {
        Ok(response) => read(response).await,
        Err(error) => Err(error),
    };
    match answer {
        // It may have passed by now.
        Err(error) if error.is_passing() => Ok(None),
        answer => answer.map(Some),
    }
}

/// Sends something and reads the answer.
///
/// # Errors
/// Any [`ApiError`].
pub async fn post<T: Wire>(path: &str, body: &impl Wire) -> Result<T, ApiError> {
    read(send(Request::post(&url(path)), Some(wire::to_json(body))).await?).await
}

/// Like [`post`], with a key that makes a second arrival harmless.
///
/// # Errors
/// Any [`ApiError`].
pub async fn post_once<T: Wire>(path: &str, key: &str, body: &impl Wire) -> Result<T, ApiError> {
    let request = Request::post(&url(path)).header("idempotency-key", key);
    read(send(request, Some(wire::to_json(body))).await?).await
}

/// Sends something to which there is nothing to answer.
///
/// # Errors
/// Any [`ApiError`].
pub async fn post_quiet(path: &str, body: &impl Wire) -> Result<(), ApiError> {
    send(Request::post(&url(path)), Some(wire::to_json(body))).await.map(drop)
}

/// Changes part of something.
///
/// # Errors
/// Any [`ApiError`].
pub async fn patch<T: Wire>(path: &str, body: &impl Wire) -> Result<T, ApiError> {
    read(send(Request::patch(&url(path)), Some(wire::to_json(body))).await?).await
}

/// Like [`post`], for one version of something: a newer one is not overwritten.
///
/// # Errors
/// Any [`ApiError`].
pub async fn post_version<T: Wire>(
    path: &str,
    version: u64,
    body: &impl Wire,
) -> Result<T, ApiError> {
    let request = Request::post(&url(path)).header("if-match", &format!("\"{version}\""));
    read(send(request, Some(wire::to_json(body))).await?).await
}

/// Like [`patch`], for one version of something: a newer one is not overwritten.
///
/// # Errors
/// Any [`ApiError`].
pub async fn patch_version<T: Wire>(
    path: &str,
    version: u64,
    body: &impl Wire,
) -> Result<T, ApiError> {
    let request = Request::patch(&url(path)).header("if-match", &format!("\"{version}\""));
    read(send(request, Some(wire::to_json(body))).await?).await
}

/// Puts something in the place of what is there.
///
/// # Errors
/// Any [`ApiError`].
pub async fn put<T: Wire>(path: &str, body: &impl Wire) -> Result<T, ApiError> {
    read(send(Request::put(&url(path)), Some(wire::to_json(body))).await?).await
}

/// Like [`put`], where there is nothing to answer.
///
/// # Errors
/// Any [`ApiError`].
pub async fn put_quiet(path: &str, body: &impl Wire) -> Result<(), ApiError> {
    send(Request::put(&url(path)), Some(wire::to_json(body))).await.map(drop)
}

/// Like [`put`], for one version of something: a newer one is not overwritten.
///
/// # Errors
/// Any [`ApiError`].
pub async fn put_version<T: Wire>(
    path: &str,
    version: u64,
    body: &impl Wire,
) -> Result<T, ApiError> {
    let request = Request::put(&url(path)).header("if-match", &format!("\"{version}\""));
    read(send(request, Some(wire::to_json(body))).await?).await
}

/// Ends one version of something: a newer one stays.
///
/// # Errors
/// Any [`ApiError`].
pub async fn delete_version(path: &str, version: u64) -> Result<(), ApiError> {
    let request = Request::delete(&url(path)).header("if-match", &format!("\"{version}\""));
    send(request, None).await.map(drop)
}

/// Ends something.
///
/// # Errors
/// Any [`ApiError`].
pub async fn delete(path: &str) -> Result<(), ApiError> {
    send(Request::delete(&url(path)), None).await.map(drop)
}

fn url(path: &str) -> String {
    format!("{API}{path}")
}

async fn send(request: RequestBuilder, body: Option<String>) -> Result<Response, ApiError> {
    let length = body.as_ref().map_or(0, String::len);
    let more = u32::try_from(length / SLOW_BYTES).unwrap_or_default();
    let signal = deadline::after_seconds(PATIENCE_SECONDS + more);
    let request = request.header("accept", "application/json").abort_signal(Some(&signal));
    // Our server never sends elsewhere: who does is the network.
    let request = request.redirect(redirect::none());
    let request = match body {
        // The server takes changes as JSON only, which no other site can make a browser send.
        Some(body) => request.header("content-type", "application/json").body(body),
        None => request.build(),
    };
    let request = request.map_err(|_| ApiError::Unreadable)?;
    heard(request.send().await.map_err(|_| ApiError::Away)?).await
}

/// The answer, when it is our server's and not a refusal.
async fn heard(response: Response) -> Result<Response, ApiError> {
    let headers = response.headers();
    let kind = headers.get("content-type").unwrap_or_default();
    let from = sender(response.status(), &kind);
    DOORKEEPER.set(from == Sender::Doorkeeper);
    match from {
        Sender::Server => {
            clock::hear(headers.get("date"));
            if response.ok() { Ok(response) } else { Err(refusal(response).await) }
        }
        Sender::Doorkeeper => Err(ApiError::Doorkeeper),
        Sender::Other => Err(ApiError::Away),
    }
}

/// Who gave an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sender {
    Server,
    /// A network that wants something before it lets anybody through.
    Doorkeeper,
    /// Something on the way that does not reach our server either: a proxy in trouble.
    Other,
}

/// Our server answers with JSON, or with a status that says it all. Status 0 is a redirect that was
/// not followed.
fn sender(status: u16, kind: &str) -> Sender {
    match status {
        _ if kind.contains("json") => Sender::Server,
        0 | 511 => Sender::Doorkeeper,
        429 | 500.. => Sender::Other,
        _ if kind.contains("html") => Sender::Doorkeeper,
        200..=299 => Sender::Server,
        _ => Sender::Other,
    }
}

async fn refusal(response: Response) -> ApiError {
    match response.text().await.map(|text| wire::from_json::<Problem>(&text)) {
        Ok(Ok(problem)) => {
            TOO_OLD.set(TOO_OLD.get() || problem.code == ProblemCode::AppTooOld);
            ApiError::Problem(Box::new(problem))
        }
        _ => ApiError::Away,
    }
}

async fn read<T: Wire>(response: Response) -> Result<T, ApiError> {
    if !response.headers().get("content-type").is_some_and(|kind| kind.contains("json")) {
        return Err(ApiError::Away);
    }
    let text = response.text().await.map_err(|_| ApiError::Away)?;
    wire::from_json(&text).map_err(|_| ApiError::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_the_network_is_no_answer_of_ours() {
        let html = "text/html; charset=utf-8";
        for status in [200, 204, 302, 403, 404, 511] {
            assert_eq!(sender(status, html), Sender::Doorkeeper, "{status}");
        }
        assert_eq!(sender(0, ""), Sender::Doorkeeper, "a redirect");
        for status in [429, 500, 502, 503, 504] {
            assert_eq!(sender(status, html), Sender::Other, "{status}");
        }
        assert_eq!(sender(302, ""), Sender::Other);
        assert_eq!(sender(404, "text/plain"), Sender::Other);
    }

    #[test]
    fn our_server_is_known_by_its_json_or_by_having_nothing_to_say() {
        for status in [200, 401, 404, 409, 429, 503, 507] {
            assert_eq!(sender(status, "application/problem+json"), Sender::Server, "{status}");
        }
        assert_eq!(sender(204, ""), Sender::Server);
    }
}
