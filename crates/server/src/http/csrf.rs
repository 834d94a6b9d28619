//! Keeps other sites from acting in a signed-in person's name.
//!
//! No GET changes anything. Writes to the API are JSON, or for files bytes of a kind that a foreign
//! form cannot send without asking first; and whatever says that it comes from another site is
//! refused.

use super::problem::ApiError;
use axum::{
    extract::Request,
    http::{HeaderMap, HeaderName, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use board::protocol::problem::ProblemCode;

/// The layer.
pub async fn guard(request: Request, next: Next) -> Response {
    match check(request.method(), request.uri().path(), request.headers()) {
        Ok(()) => next.run(request).await,
        Err(code) => ApiError::Plain(code).into_response(),
    }
}

fn check(method: &Method, path: &str, headers: &HeaderMap) -> Result<(), ProblemCode> {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    if !is_same_site(headers) {
        return Err(ProblemCode::CrossSite);
    }
    let has_body = matches!(*method, Method::POST | Method::PUT | Method::PATCH);
    if !path.starts_with("/api/") || !has_body {
        return Ok(());
    }
    let kind = kind(headers);
    if is_upload(path) {
        // No form can name a protocol in a header, and a script of another site must ask first.
        let speaks = headers.contains_key("tus-resumable");
        let is_piece = kind.eq_ignore_ascii_case("application/offset+octet-stream");
        return match (speaks, kind.is_empty() || is_piece) {
            (true, true) => Ok(()),
            (true, false) => Err(ProblemCode::FileNotAccepted),
            (false, _) => Err(ProblemCode::UploadVersion),
        };
    }
    if is_file(method, path) {
        // A browser asks the server before it sends this to another site, and so it does for PUT.
        let is_bytes = kind.eq_ignore_ascii_case("application/octet-stream");
        return if is_bytes { Ok(()) } else { Err(ProblemCode::FileNotAccepted) };
    }
    if kind.eq_ignore_ascii_case("application/json") { Ok(()) } else { Err(ProblemCode::NotJson) }
}

/// A list to be looked at is no JSON.
fn is_file(method: &Method, path: &str) -> bool {
    *method == Method::PUT && path == "/api/v1/imports/preview"
}

/// Pieces of files come by a protocol of their own: `/api/v1/boards/…/uploads`.
fn is_upload(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    matches!(parts[..], ["api", "v1", "boards", _, "uploads", ..])
}

/// Browsers that send no `Sec-Fetch-Site` send an `Origin` with every write; what sends neither
/// is no browser and carries nobody's cookie.
fn is_same_site(headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let site = text(HeaderName::from_static("sec-fetch-site"));
    match (site, text(header::ORIGIN)) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, None) => true,
        (None, Some(origin)) => {
            let host = text(header::HOST).unwrap_or_default();
            origin.split_once("://").is_some_and(|(_, of)| of == host)
        }
    }
}

/// The media type of the body, without parameters.
fn kind(headers: &HeaderMap) -> &str {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.and_then(|kind| kind.split(';').next()).unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let pair = |(name, value): &(&'static str, &'static str)| {
            (HeaderName::from_static(name), HeaderValue::from_static(value))
        };
        pairs.iter().map(pair).collect()
    }

    #[test]
    fn files_are_bytes_and_nothing_else_is() {
        const UPLOAD: &str = "/api/v1/boards/018f/uploads";
        const LIST: &str = "/api/v1/imports/preview";
        let bytes = ("content-type", "application/octet-stream");
        let piece = ("content-type", "application/offset+octet-stream");
        let tus = ("tus-resumable", "1.0.0");
        let form = ("content-type", "multipart/form-data");
        let foreign = ("sec-fetch-site", "cross-site");
        let cases = [
            (Method::PUT, LIST, vec![bytes], Ok(())),
            (Method::PUT, LIST, vec![form], Err(ProblemCode::FileNotAccepted)),
            (Method::PUT, LIST, vec![], Err(ProblemCode::FileNotAccepted)),
            (Method::PUT, LIST, vec![bytes, foreign], Err(ProblemCode::CrossSite)),
            (Method::POST, LIST, vec![bytes], Err(ProblemCode::NotJson)),
            (Method::POST, UPLOAD, vec![tus], Ok(())),
            (Method::PATCH, UPLOAD, vec![tus, piece], Ok(())),
            (Method::POST, UPLOAD, vec![tus, form], Err(ProblemCode::FileNotAccepted)),
            (Method::POST, UPLOAD, vec![piece], Err(ProblemCode::UploadVersion)),
            (Method::POST, UPLOAD, vec![], Err(ProblemCode::UploadVersion)),
            (Method::POST, UPLOAD, vec![tus, foreign], Err(ProblemCode::CrossSite)),
            (Method::PUT, "/api/v1/duos/files/x", vec![bytes], Err(ProblemCode::NotJson)),
            (Method::POST, "/api/v1/boards/018f/ops", vec![bytes], Err(ProblemCode::NotJson)),
        ];
        for (method, path, pairs, expected) in cases {
            assert_eq!(check(&method, path, &headers(&pairs)), expected, "{method} {path}");
        }
    }

    #[test]
    fn other_sites_and_forms_are_refused() {
        let json = ("content-type", "application/json; charset=utf-8");
        let cases = [
            (vec![json], Ok(())),
            (vec![json, ("sec-fetch-site", "same-origin")], Ok(())),
            (vec![json, ("sec-fetch-site", "none")], Ok(())),
            (vec![json, ("sec-fetch-site", "same-site")], Err(ProblemCode::CrossSite)),
            (vec![json, ("sec-fetch-site", "cross-site")], Err(ProblemCode::CrossSite)),
            (vec![json, ("host", "a.be"), ("origin", "https://a.be")], Ok(())),
            (vec![json, ("host", "a.be"), ("origin", "https://b.be")], Err(ProblemCode::CrossSite)),
            (vec![json, ("host", "a.be"), ("origin", "null")], Err(ProblemCode::CrossSite)),
            (vec![("content-type", "text/plain")], Err(ProblemCode::NotJson)),
            (vec![], Err(ProblemCode::NotJson)),
        ];
        for (pairs, expected) in cases {
            let found = check(&Method::POST, "/api/v1/duos", &headers(&pairs));
            assert_eq!(found, expected, "{pairs:?}");
        }
        assert_eq!(check(&Method::POST, "/j/look", &headers(&[])), Ok(()));
        assert_eq!(check(&Method::DELETE, "/api/v1/session", &headers(&[])), Ok(()));
    }
}
