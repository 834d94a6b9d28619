//! Errors between app and server: RFC 9457 problem details with a stable code.

use crate::wire_enum::wire_enum;
use wire::Wire;

wire_enum! {
    /// The stable code of a problem. The app has words for each in every language.
    ProblemCode {
        /// 401: nobody is signed in, or the session ended.
        SignedOut = "signed_out",
        /// 403: this person may not do this.
        NotAllowed = "not_allowed",
        /// 403: the request came from another site.
        CrossSite = "cross_site",
        /// 404: not there, or not for this person.
        NotFound = "not_found",
        /// 405: the method does not exist here.
        MethodNotAllowed = "method_not_allowed",
        /// 409: an operation number was skipped; `expected` says which one should come.
        SequenceGap = "sequence_gap",
        /// 409: another device with this id exists.
        DeviceTaken = "device_taken",
        /// 412: somebody changed this in the meantime.
        Stale = "stale",
        /// 413: the request is too large.
        TooLarge = "too_large",
        /// 415: the request is not JSON.
        NotJson = "not_json",
        /// 400: the request is not well-formed.
        Malformed = "malformed",
        /// 422: same operation number, other operation; `expected` says which one should come.
        SequenceReused = "sequence_reused",
        /// 422: a field breaks its rule; `fields` says which.
        Unusable = "unusable",
        /// 422: the code or link is not known.
        CodeUnknown = "code_unknown",
        /// 422: the code or link was already used.
        CodeUsed = "code_used",
        /// 422: the code or link is too old.
        CodeExpired = "code_expired",
        /// 429: too many tries; `retry_after` says for how many seconds.
        TooManyTries = "too_many_tries",
        /// 428: the request must say which version it changes.
        VersionNeeded = "version_needed",
        /// 415: the content is none of the kinds of files that are kept.
        FileNotAccepted = "file_not_accepted",
        /// 422: the file holds nothing.
        FileEmpty = "file_empty",
        /// 422: the bytes that came are not the ones that were announced.
        FileDiffers = "file_differs",
        /// 409: the person keeps as many files as they can.
        FileQuota = "file_quota",
        /// 409: the upload goes on at another place than the sender thinks.
        UploadOffset = "upload_offset",
        /// 410: the time of the upload is over.
        UploadGone = "upload_gone",
        /// 412: the request does not speak the version of tus that is spoken here.
        UploadVersion = "upload_version",
        /// 460: the piece is not the one that was announced.
        UploadBroken = "upload_broken",
        /// 409: enough requests for a call wait already.
        HelpWaiting = "help_waiting",
        /// 409: the duo is over; read it to learn since when, how and by whom it was closed.
        DuoEnded = "duo_ended",
        /// 409: the person said no to this, and only they can say yes again.
        Refused = "refused",
        /// 426: the app is of a format that this server no longer speaks; the newer app does.
        AppTooOld = "app_too_old",
        /// 500: the server's own trouble.
        Trouble = "trouble",
        /// 503: the server is stopping or busy.
        Unavailable = "unavailable",
        /// 507: the server's disk is full.
        DiskFull = "disk_full",
    }
}

/// A problem document (RFC 9457), `application/problem+json`.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// `/problems/<code>`: a page that explains the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// A short English title, for whoever reads logs.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The stable code.
    pub code: ProblemCode,
    /// More, in English, for whoever builds a client. Never holds what somebody typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Fields that break a rule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldProblem>,
    /// Seconds to wait before another try.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
    /// The operation number that was expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<u64>,
}

/// A field that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldProblem {
    /// Name of the field in the request.
    pub field: String,
    /// The rule.
    pub rule: FieldRule,
}

wire_enum! {
    /// The rule a field breaks.
    FieldRule {
        /// Nothing was written.
        Empty = "empty",
        /// Too many characters.
        TooLong = "too_long",
        /// Not a value that exists.
        Unknown = "unknown",
        /// Not a possible day.
        NotADay = "not_a_day",
        /// A character that cannot be stored.
        Unstorable = "unstorable",
        /// A national number, a payment card or a bank account stands in it (T16).
        PrivateNumber = "private_number",
        /// A day before the one that it must follow.
        TooEarly = "too_early",
        /// Something has it already: a mentee has a running duo, a name is in use.
        Taken = "taken",
        /// Unusual, and done only when the request says that it is meant.
        ToConfirm = "to_confirm",
        /// A number below what makes sense.
        TooSmall = "too_small",
        /// A number above what makes sense.
        TooLarge = "too_large",
    }
}
