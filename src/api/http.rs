//! One request and its answer, with every way it can go wrong told apart.

use crate::platform::deadline;
use board::protocol::problem::{Problem, ProblemCode};
use gloo_net::http::{Request, RequestBuilder, Response};
use wire::Wire;

/// The root of the API.
pub const API: &str = "/api/v1";

/// After this long without an answer the request is given up; it will be tried again.
const PATIENCE_SECONDS: u32 = 20;

/// Why there is no answer to work with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// Nothing came, or something that is not ours (the page of a hotel's Wi-Fi, say).
    #[error("the server was not reached")]
    Away,
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

    /// Whether trying again later can help.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Away => true,
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
    let signal = deadline::after_seconds(PATIENCE_SECONDS);
    let request = request.header("accept", "application/json").abort_signal(Some(&signal));
    let request = match body {
        // The server takes changes as JSON only, which no other site can make a browser send.
        Some(body) => request.header("content-type", "application/json").body(body),
        None => request.build(),
    };
    let request = request.map_err(|_| ApiError::Unreadable)?;
    let response = request.send().await.map_err(|_| ApiError::Away)?;
    if response.ok() { Ok(response) } else { Err(refusal(response).await) }
}

async fn refusal(response: Response) -> ApiError {
    if !is_json(&response) {
        return ApiError::Away;
    }
    match response.text().await.map(|text| wire::from_json::<Problem>(&text)) {
        Ok(Ok(problem)) => ApiError::Problem(Box::new(problem)),
        _ => ApiError::Away,
    }
}

async fn read<T: Wire>(response: Response) -> Result<T, ApiError> {
    if !is_json(&response) {
        return Err(ApiError::Away);
    }
    let text = response.text().await.map_err(|_| ApiError::Away)?;
    wire::from_json(&text).map_err(|_| ApiError::Unreadable)
}

fn is_json(response: &Response) -> bool {
    response.headers().get("content-type").is_some_and(|kind| kind.contains("json"))
}
