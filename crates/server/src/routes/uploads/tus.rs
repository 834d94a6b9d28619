//! The words of tus 1.0.0 in headers: read, and written. <https://tus.io/protocols/resumable-upload>

use crate::{http::problem::ApiError, store::people::Hash};
use axum::{
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode},
    middleware::Next,
    response::Response,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use board::{cv::FILE_MAX, protocol::problem::ProblemCode, time::Timestamp};
use chrono::DateTime;

/// The version that is spoken.
const VERSION: &str = "1.0.0";
/// What is spoken beside the core of it.
const EXTENSIONS: &str = "creation,creation-with-upload,termination,checksum,expiration";

const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
const CHECKSUM: HeaderName = HeaderName::from_static("upload-checksum");
const EXPIRES: HeaderName = HeaderName::from_static("upload-expires");

/// The layer: whoever speaks another version is told which one is spoken here, and every answer
/// names it.
pub(super) async fn speak(request: Request, next: Next) -> Response {
    let asks = request.method() == axum::http::Method::OPTIONS;
    let speaks = request.headers().get(RESUMABLE).is_some_and(|version| version == VERSION);
    // What the file became is told in our own words.
    let own_words = request.method() == axum::http::Method::GET;
    let mut response = if asks || speaks || own_words {
        next.run(request).await
    } else {
        axum::response::IntoResponse::into_response(ApiError::Plain(ProblemCode::UploadVersion))
    };
    let headers = response.headers_mut();
    headers.insert(RESUMABLE, HeaderValue::from_static(VERSION));
    if response.status() == StatusCode::PRECONDITION_FAILED || asks {
        let version = HeaderName::from_static("tus-version");
        response.headers_mut().insert(version, HeaderValue::from_static(VERSION));
    }
    response
}

/// What this server can.
pub(super) fn abilities() -> HeaderMap {
    let mut headers = HeaderMap::new();
    let mut say = |name, value| headers.insert(HeaderName::from_static(name), value);
    say("tus-extension", HeaderValue::from_static(EXTENSIONS));
    say("tus-checksum-algorithm", HeaderValue::from_static("sha256"));
    say("tus-max-size", HeaderValue::from(FILE_MAX));
    headers
}

/// How far it is and until when it can go on.
pub(super) fn progress(offset: u64, expires: Timestamp) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(OFFSET, HeaderValue::from(offset));
    if let Some(day) = DateTime::from_timestamp_millis(expires.0) {
        let day = day.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
        let day = HeaderValue::from_str(&day).expect("a day in English is ASCII");
        headers.insert(EXPIRES, day);
    }
    headers
}

/// How many bytes the whole has.
pub(super) fn say_length(headers: &mut HeaderMap, length: u32) {
    headers.insert(LENGTH, HeaderValue::from(length));
}

/// How many bytes the whole will have.
///
/// # Errors
/// `malformed`, `file_empty`, `too_large`.
pub(super) fn length(headers: &HeaderMap) -> Result<u32, ApiError> {
    match number(headers, &LENGTH)? {
        0 => Err(ProblemCode::FileEmpty.into()),
        length => u32::try_from(length)
            .ok()
            .filter(|length| *length <= FILE_MAX)
            .ok_or_else(|| ProblemCode::TooLarge.into()),
    }
}

/// Where the sender thinks that the end is.
///
/// # Errors
/// `malformed`.
pub(super) fn offset(headers: &HeaderMap) -> Result<u64, ApiError> {
    number(headers, &OFFSET)
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Result<u64, ApiError> {
    let number = headers.get(name).and_then(|value| value.to_str().ok());
    let digits = number.filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    digits.and_then(|digits| digits.parse().ok()).ok_or_else(|| {
        ApiError::Because(ProblemCode::Malformed, format!("{name} must be a number").into())
    })
}

/// The file's name and the hash of its bytes, as far as they are told.
///
/// # Errors
/// `malformed`.
pub(super) fn metadata(headers: &HeaderMap) -> Result<(String, Option<Hash>), ApiError> {
    let wrong =
        || ApiError::Because(ProblemCode::Malformed, "upload-metadata cannot be read".into());
    let (mut name, mut hash) = (String::new(), None);
    let Some(value) = headers.get(METADATA) else { return Ok((name, hash)) };
    for pair in value.to_str().map_err(|_| wrong())?.split(',') {
        let (key, coded) = pair.trim().split_once(' ').unwrap_or((pair.trim(), ""));
        let bytes = STANDARD.decode(coded.trim()).map_err(|_| wrong())?;
        match key {
            "filename" => name = String::from_utf8(bytes).map_err(|_| wrong())?,
            "sha256" => {
                let digits = String::from_utf8(bytes).map_err(|_| wrong())?;
                hash = Some(crate::cabinet::parse_hex(&digits).ok_or_else(wrong)?);
            }
            // Others tell more than this server asks.
            _ => {}
        }
    }
    Ok((name, hash))
}

/// Whether a piece is the one that was sent, where its sender says what it should be.
///
/// # Errors
/// `malformed` for another kind of sum, `upload_broken` when it is another piece.
pub(super) fn check(headers: &HeaderMap, piece: &[u8]) -> Result<(), ApiError> {
    let Some(value) = headers.get(CHECKSUM) else { return Ok(()) };
    let sum = value.to_str().ok().and_then(|text| text.strip_prefix("sha256 "));
    let sum = sum.and_then(|coded| STANDARD.decode(coded.trim()).ok()).ok_or_else(|| {
        ApiError::Because(ProblemCode::Malformed, "upload-checksum must be sha256".into())
    })?;
    let same = sum == crate::secret::hash(piece);
    if same { Ok(()) } else { Err(ProblemCode::UploadBroken.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_str(value).unwrap())])
    }

    #[test]
    fn metadata_has_names_of_any_language() {
        let read = |text: &str| metadata(&with(METADATA, text)).map(|(name, _)| name);
        assert_eq!(read("filename Q1Ygw6l0w6kucGRm,kind").unwrap(), "CV été.pdf");
        assert_eq!(read("filename ").unwrap(), "");
        assert!(read("filename %%%").is_err());
        assert!(read("sha256 eA==").is_err());
        assert_eq!(metadata(&HeaderMap::new()).unwrap(), (String::new(), None));
    }

    #[test]
    fn numbers_are_digits_and_days_are_of_http() {
        assert_eq!(length(&with(LENGTH, "12")).unwrap(), 12);
        for (text, code) in [
            ("", ProblemCode::Malformed),
            ("+1", ProblemCode::Malformed),
            ("0", ProblemCode::FileEmpty),
            ("5000001", ProblemCode::TooLarge),
            ("99999999999", ProblemCode::TooLarge),
        ] {
            assert_eq!(length(&with(LENGTH, text)).unwrap_err().code(), code, "{text}");
        }
        let said = progress(3, Timestamp(0));
        assert_eq!(said[&EXPIRES], "Thu, 01 Jan 1970 00:00:00 GMT");
        assert_eq!(said[&OFFSET], "3");
    }
}
