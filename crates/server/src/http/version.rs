//! Which version of something a request changes (`If-Match`), so that nobody writes over what
//! they have not seen.

use super::problem::ApiError;
use crate::app::App;
use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
};
use board::protocol::problem::ProblemCode;
use std::sync::Arc;

/// The version that the sender has before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IfMatch(pub u64);

impl FromRequestParts<Arc<App>> for IfMatch {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<App>) -> Result<Self, ApiError> {
        let value = parts.headers.get(header::IF_MATCH).ok_or(ProblemCode::VersionNeeded)?;
        parse(value.to_str().unwrap_or_default()).ok_or_else(|| {
            let why = "If-Match is the version as a number in quotes: \"3\"";
            ApiError::Because(ProblemCode::Unusable, why.into())
        })
    }
}

fn parse(value: &str) -> Option<IfMatch> {
    let number = value.trim().trim_start_matches("W/").trim_matches('"');
    number.parse().ok().map(IfMatch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_numbers() {
        for (value, version) in
            [("\"3\"", Some(3)), ("3", Some(3)), ("W/\"12\"", Some(12)), ("*", None), ("", None)]
        {
            assert_eq!(parse(value), version.map(IfMatch), "{value}");
        }
    }
}
