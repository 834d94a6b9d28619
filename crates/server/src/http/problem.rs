//! The one error of every handler, and how it becomes an RFC 9457 document.
//!
//! No variant may carry what somebody typed: problem documents and logs are read by others.

use crate::store::StoreError;
use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use board::protocol::problem::{FieldProblem, FieldRule, Problem, ProblemCode};
use std::borrow::Cow;

/// Why a request is not carried out.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// A refusal with a code and nothing more to say.
    #[error("{0:?}")]
    Plain(ProblemCode),
    /// A refusal with a sentence in English for whoever builds a client.
    #[error("{0:?}: {1}")]
    Because(ProblemCode, Cow<'static, str>),
    /// Fields that break a rule.
    #[error("unusable fields")]
    Fields(Vec<FieldProblem>),
    /// Too many tries; seconds to wait.
    #[error("too many tries")]
    Wait(u64),
    /// An operation number was skipped; the one that should come.
    #[error("operation {0} was expected")]
    SequenceGap(u64),
    /// An operation number stands for another operation; the one that should come.
    #[error("operation {0} was expected, a used number came")]
    SequenceReused(u64),
    /// The store did not do its part.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The server's own trouble; the sentence is for the log only.
    #[error("{0}")]
    Trouble(Cow<'static, str>),
}

impl From<ProblemCode> for ApiError {
    fn from(code: ProblemCode) -> Self {
        Self::Plain(code)
    }
}

impl ApiError {
    /// One field that breaks one rule.
    #[must_use]
    pub fn field(field: &str, rule: FieldRule) -> Self {
        Self::Fields(vec![FieldProblem { field: field.to_owned(), rule }])
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> ProblemCode {
        match self {
            Self::Plain(code) | Self::Because(code, _) => code.clone(),
            Self::Fields(_) => ProblemCode::Unusable,
            Self::Wait(_) => ProblemCode::TooManyTries,
            Self::SequenceGap(_) => ProblemCode::SequenceGap,
            Self::SequenceReused(_) => ProblemCode::SequenceReused,
            Self::Store(StoreError::NotFound) => ProblemCode::NotFound,
            Self::Store(StoreError::Conflict | StoreError::Stale) => ProblemCode::Stale,
            Self::Store(StoreError::DiskFull) => ProblemCode::DiskFull,
            Self::Store(StoreError::Unavailable) => ProblemCode::Unavailable,
            Self::Store(StoreError::Trouble(_)) | Self::Trouble(_) => ProblemCode::Trouble,
        }
    }

    /// The document that says it.
    #[must_use]
    pub fn problem(&self) -> Problem {
        let mut problem = document(self.code());
        match self {
            Self::Because(_, detail) => problem.detail = Some(detail.clone().into_owned()),
            Self::Fields(fields) => problem.fields.clone_from(fields),
            Self::Wait(seconds) => problem.retry_after = Some(*seconds),
            Self::SequenceGap(expected) | Self::SequenceReused(expected) => {
                problem.expected = Some(*expected)
            }
            Self::Plain(_) | Self::Store(_) | Self::Trouble(_) => {}
        }
        problem
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let problem = self.problem();
        if problem.status >= 500 {
            tracing::error!(code = problem.code.as_str(), cause = %self, "request failed: {self}");
        }
        let retry_after = problem.retry_after;
        let status = StatusCode::from_u16(problem.status)
            .expect("every status in the table of codes is an HTTP status");
        let mut response = (status, Json(problem)).into_response();
        let json = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, json);
        if let Some(seconds) = retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// The document of a code, without particulars.
#[must_use]
pub fn document(code: ProblemCode) -> Problem {
    let (status, title) = status_and_title(&code);
    Problem {
        kind: format!("/problems/{}", code.as_str()),
        title: title.to_owned(),
        status,
        code,
        detail: None,
        fields: Vec::new(),
        retry_after: None,
        expected: None,
    }
}

/// The HTTP status and the English title of a code.
#[must_use]
pub fn status_and_title(code: &ProblemCode) -> (u16, &'static str) {
    use ProblemCode as P;
    match code {
        P::SignedOut => (401, "Nobody is signed in"),
        P::NotAllowed => (403, "This person may not do this"),
        P::CrossSite => (403, "The request came from another site"),
        P::NotFound => (404, "There is nothing here for this person"),
        P::MethodNotAllowed => (405, "The method does not exist here"),
        P::SequenceGap => (409, "An operation number was skipped"),
        P::DeviceTaken => (409, "Another person's device has this id"),
        P::Stale => (412, "It was changed in the meantime"),
        P::TooLarge => (413, "The request is too large"),
        P::NotJson => (415, "The request is not JSON"),
        P::Malformed => (400, "The request is not well-formed"),
        P::SequenceReused => (422, "The operation number stands for another operation"),
        P::Unusable => (422, "A field breaks its rule"),
        P::CodeUnknown => (422, "The code or link is not known"),
        P::CodeUsed => (422, "The code or link was already used"),
        P::CodeExpired => (422, "The code or link is too old"),
        P::TooManyTries => (429, "Too many tries in a short time"),
        P::VersionNeeded => (428, "The request must say which version it changes"),
        P::FileNotAccepted => (415, "The content is no kind of file that is kept"),
        P::FileEmpty => (422, "The file holds nothing"),
        P::FileDiffers => (422, "The bytes are not the ones that were announced"),
        P::FileQuota => (409, "The person keeps as many files as they can"),
        P::UploadOffset => (409, "The upload goes on at another place"),
        P::UploadGone => (410, "The time of the upload is over"),
        P::UploadVersion => (412, "The request does not speak tus 1.0.0"),
        P::UploadBroken => (460, "The piece is not the one that was announced"),
        P::DuoEnded => (409, "The duo is over"),
        P::Refused => (409, "The person said no to this"),
        P::HelpWaiting => (409, "Enough requests for a call wait already"),
        P::AppTooOld => (426, "The app is too old for this server"),
        P::Unavailable => (503, "The server is stopping or busy"),
        P::DiskFull => (507, "The server's disk is full"),
        P::Trouble | P::Other(_) => (500, "The server has a problem of its own"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_status_and_says_nothing_personal() {
        for code in ProblemCode::ALL {
            let problem = document(code.clone());
            assert!((400..600).contains(&problem.status), "{code:?}");
            assert_eq!(problem.kind, format!("/problems/{}", code.as_str()));
        }
    }
}
