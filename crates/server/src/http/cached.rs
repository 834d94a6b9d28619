//! Answers that an app keeps for when there is no network: the same again costs a 304.

use super::problem::ApiError;
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Kept by the person's own browser, and asked for again each time.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("private, no-cache");

/// The content as JSON, or "not modified" for whoever has it already.
///
/// # Errors
/// When the content cannot be written as JSON.
pub fn json<T: Serialize>(request: &HeaderMap, content: &T) -> Result<Response, ApiError> {
    let body = serde_json::to_vec(content)
        .map_err(|_| ApiError::Trouble("content of the library is not JSON".into()))?;
    let tag = URL_SAFE_NO_PAD.encode(&Sha256::digest(&body)[..12]);
    // Weak: the bytes differ with the compression.
    let etag = HeaderValue::from_str(&format!("W/\"{tag}\"")).expect("base64 is visible ASCII");
    let headers = [(header::ETAG, etag), (header::CACHE_CONTROL, ASK_AGAIN)];
    if has(request, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))];
    Ok((headers, kind, body).into_response())
}

fn has(request: &HeaderMap, tag: &str) -> bool {
    let lines = request.get_all(header::IF_NONE_MATCH).iter();
    lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .any(|known| known.trim().trim_start_matches("W/").trim_matches('"') == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_it_is_told_so() {
        let first = json(&HeaderMap::new(), &["a"]).unwrap();
        assert_eq!(first.status(), 200);
        let tag = first.headers()[header::ETAG].clone();
        let mut headers = HeaderMap::new();
        headers.insert(header::IF_NONE_MATCH, tag);
        assert_eq!(json(&headers, &["a"]).unwrap().status(), 304);
        assert_eq!(json(&headers, &["b"]).unwrap().status(), 200);
    }
}
