//! What handlers take out of a request. Every refusal is a problem document.

use super::{cookies, problem::ApiError};
use crate::{
    app::App,
    clock, secret,
    sessions::{Stay, to_the_hour},
    store::people::SessionRow,
};
use axum::{
    Form,
    body::Body,
    extract::{FromRequest, FromRequestParts, MatchedPath, Path, Query, Request},
    http::{HeaderMap, Method, StatusCode, request::Parts},
};
use board::{
    actor::Role,
    cv::FILE_MAX,
    id::{PersonId, SessionId},
    office::duty::{Duty, may},
    protocol::{
        boards::BODY_MAX,
        problem::{FieldRule, ProblemCode},
        session::BranchInfo,
    },
    time::Timestamp,
};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;
use wire::{What, Wire};

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The device they use.
    pub session: SessionId,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Language tag.
    pub lang: String,
    /// Whether the device is only theirs.
    pub own_device: bool,
    /// Whether it is a while since the browser was told how long to keep the cookie.
    pub cookie_ages: bool,
}

/// Somebody who works for the association, with the branches they look after.
#[derive(Clone, Debug)]
pub struct Staff {
    /// Who.
    pub who: SignedIn,
    /// Which branches.
    pub branches: Vec<BranchInfo>,
}

impl Staff {
    /// Goes on only when this person's role does that (`board::office::duty`).
    ///
    /// # Errors
    /// `not_allowed`.
    pub fn must(&self, duty: Duty) -> Result<(), ApiError> {
        if may(&self.who.role, duty) { Ok(()) } else { Err(ProblemCode::NotAllowed.into()) }
    }

    /// Who looks after a new duo of which nothing else is said: whoever makes it, unless they are
    /// there for a whole branch.
    #[must_use]
    pub fn as_coordinator(&self) -> Option<PersonId> {
        (self.who.role == Role::Coordinator).then_some(self.who.person)
    }
}

impl From<SessionRow> for SignedIn {
    fn from(row: SessionRow) -> Self {
        Self {
            session: row.id,
            person: row.person.id,
            name: row.person.name,
            role: row.person.role,
            lang: row.person.lang,
            own_device: row.own_device,
            cookie_ages: false,
        }
    }
}

/// The session of a request, if it has not ended. Does not count as use.
///
/// # Errors
/// When the store does not answer.
pub async fn session_at_hand(
    app: &App,
    headers: &HeaderMap,
) -> Result<Option<SessionRow>, ApiError> {
    let Some(secret) = cookies::value(headers, cookies::SESSION) else { return Ok(None) };
    let row = app.store.session(secret::hash(secret)).await?;
    Ok(row.filter(|row| row.expires > clock::now()))
}

impl FromRequestParts<Arc<App>> for SignedIn {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, ApiError> {
        let row = session_at_hand(app, &parts.headers).await?.ok_or(ProblemCode::SignedOut)?;
        let mut cookie_ages = false;
        let stay = Stay::of(&row.person.role, row.own_device);
        if is_use(parts, stay) {
            let now = clock::now();
            let expires = stay.expires(row.created, now);
            if expires.0 - row.expires.0 >= stay.grain() {
                app.store.use_session(row.id, to_the_hour(now), expires).await?;
                cookie_ages = stay == Stay::Long && week(row.expires) != week(expires);
            }
        }
        Ok(Self { cookie_ages, ..row.into() })
    }
}

/// The app asks for news of a board by itself, whether or not anybody sits before it. On a device
/// of the person's own that is a visit all the same, and may be the only request of one.
fn is_use(parts: &Parts, stay: Stay) -> bool {
    let route = parts.extensions.get::<MatchedPath>().map_or("", MatchedPath::as_str);
    let visits = stay == Stay::Long && parts.uri.query().is_some_and(|it| it.contains("known="));
    parts.method != Method::GET || !route.starts_with("/api/v1/boards/") || visits
}

/// A cookie that lasts half a year need not travel with every visit.
fn week(moment: Timestamp) -> i64 {
    moment.0.div_euclid(7 * Timestamp::DAY)
}

impl FromRequestParts<Arc<App>> for Staff {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, ApiError> {
        let who = SignedIn::from_request_parts(parts, app).await?;
        if !who.role.is_staff() {
            return Err(ProblemCode::NotAllowed.into());
        }
        let branches = app.store.branches_of(who.person).await?;
        Ok(Self { who, branches })
    }
}

/// Most bytes that are read of a body which will be refused for its size.
const HEARD_OUT_MAX: usize = 8 * 1024 * 1024;
/// The same for files: a film that somebody took for a CV.
const FILE_HEARD_OUT_MAX: usize = 64 * 1024 * 1024;

/// After so long without a byte a piece of a file ends where it is.
const SILENCE: Duration = Duration::from_secs(30);

/// Most bytes of a list: two thousand duos with long names.
const LIST_MAX: usize = 2 * 1024 * 1024;

/// A JSON body. Unknown fields and wrong values are named by their path, never by their value.
pub struct JsonBody<T>(pub T);

impl<T: Wire> FromRequest<Arc<App>> for JsonBody<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &Arc<App>) -> Result<Self, ApiError> {
        let bytes = read_body(request.into_body(), BODY_MAX, HEARD_OUT_MAX).await?;
        parse_json(&bytes).map(Self)
    }
}

/// A JSON body that holds a whole list.
pub struct LongJson<T>(pub T);

impl<T: Wire> FromRequest<Arc<App>> for LongJson<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &Arc<App>) -> Result<Self, ApiError> {
        let bytes = read_body(request.into_body(), LIST_MAX, HEARD_OUT_MAX).await?;
        parse_json(&bytes).map(Self)
    }
}

/// The bytes of a file.
pub struct FileBody(pub Vec<u8>);

impl FromRequest<Arc<App>> for FileBody {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &Arc<App>) -> Result<Self, ApiError> {
        read_body(request.into_body(), FILE_MAX as usize, FILE_HEARD_OUT_MAX).await.map(Self)
    }
}

/// A piece of a file, as far as it came.
pub struct Piece {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Whether the sender came to an end.
    pub is_whole: bool,
}

impl Piece {
    /// Whether there was nothing to send.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty() && self.is_whole
    }
}

impl FromRequest<Arc<App>> for Piece {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &Arc<App>) -> Result<Self, ApiError> {
        let (mut stream, mut bytes) = (request.into_body().into_data_stream(), Vec::new());
        let mut length = 0;
        let is_whole = loop {
            // A phone that went into a tunnel does not say so.
            match timeout(SILENCE, stream.next()).await {
                Ok(None) => break true,
                Ok(Some(Ok(_))) if length > FILE_HEARD_OUT_MAX => break false,
                Ok(Some(Ok(chunk))) => {
                    length += chunk.len();
                    if length <= FILE_MAX as usize {
                        bytes.extend_from_slice(&chunk);
                    }
                }
                Ok(Some(Err(_))) | Err(_) => break false,
            }
        };
        if length > FILE_MAX as usize {
            return Err(ProblemCode::TooLarge.into());
        }
        Ok(Self { bytes, is_whole })
    }
}

/// The whole body. One that is too large is heard out, up to a point: who is refused in the middle
/// of sending sees a broken connection instead of the reason.
async fn read_body(body: Body, max: usize, heard_out: usize) -> Result<Vec<u8>, ApiError> {
    let (mut stream, mut bytes, mut length) = (body.into_data_stream(), Vec::new(), 0);
    while let Some(chunk) = stream.next().await {
        let broken = |_| ApiError::Because(ProblemCode::Malformed, "the body broke off".into());
        let chunk = chunk.map_err(broken)?;
        length += chunk.len();
        if length <= max {
            bytes.extend_from_slice(&chunk);
        } else if length > heard_out {
            break;
        } else {
            // Nothing of what is too large is kept.
            bytes = Vec::new();
        }
    }
    if length > max { Err(ProblemCode::TooLarge.into()) } else { Ok(bytes) }
}

/// The fields of a page's form.
pub struct FormBody<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Arc<App>> for FormBody<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, ApiError> {
        let form = Form::<T>::from_request(request, app).await;
        form.map(|Form(fields)| Self(fields)).map_err(|rejection| match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => ApiError::Plain(ProblemCode::TooLarge),
            _ => ApiError::Because(ProblemCode::Malformed, "not the form of this page".into()),
        })
    }
}

fn parse_json<T: Wire>(bytes: &[u8]) -> Result<T, ApiError> {
    let tree = serde_json::from_slice(bytes).map_err(|error| {
        let place = format!("not JSON at line {}, column {}", error.line(), error.column());
        ApiError::Because(ProblemCode::Malformed, place.into())
    })?;
    wire::read(tree).map_err(|error| {
        let reason = match error.what() {
            What::Missing => "missing field",
            What::Unknown => "unknown field",
            What::Twice => "field given twice",
            What::NotJson | What::Unusable => "unusable value",
        };
        let place = format!("{reason} at {}", shown(error.path()));
        ApiError::Because(ProblemCode::Unusable, place.into())
    })
}

/// A path can hold names that the sender made up: only plain ones are repeated.
fn shown(path: &str) -> &str {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '[' | ']');
    match path {
        "" => "the top",
        _ if path.len() <= 80 && path.chars().all(plain) => path,
        _ => "a nested field",
    }
}

/// The id in the address. One that cannot be an id is not there, like any other unknown one.
pub struct PathId<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Arc<App>> for PathId<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, ApiError> {
        let found = Path::<T>::from_request_parts(parts, app).await;
        found.map(|Path(id)| Self(id)).map_err(|_| ProblemCode::NotFound.into())
    }
}

/// The query of the address.
pub struct AskedFor<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<Arc<App>> for AskedFor<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, ApiError> {
        let found = Query::<T>::from_request_parts(parts, app).await;
        let unusable = "a parameter of the address is unknown or unusable";
        found
            .map(|Query(query)| Self(query))
            .map_err(|_| ApiError::Because(ProblemCode::Unusable, unusable.into()))
    }
}

/// Cleans a one-line text of a request, or names the rule it breaks.
///
/// # Errors
/// The rule, for this field.
pub fn line(typed: &str, max: usize) -> Result<String, FieldRule> {
    let line = board::text::parse_line(typed).map_err(|error| match error {
        board::text::TextError::TooLong { .. } => FieldRule::TooLong,
        _ => FieldRule::Unstorable,
    })?;
    match line.chars().count() {
        0 => Err(FieldRule::Empty),
        count if count > max => Err(FieldRule::TooLong),
        _ => Ok(line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::protocol::session::ChangeSession;

    #[test]
    fn errors_name_the_place_and_never_the_value() {
        for (body, code) in [
            (r#"{"lang":"fr""#, ProblemCode::Malformed),
            (r#"{"lang":7}"#, ProblemCode::Unusable),
            (r#"{"lang":"fr","canari":"secret"}"#, ProblemCode::Unusable),
            (r#"{"lang":"fr"} x"#, ProblemCode::Malformed),
            ("", ProblemCode::Malformed),
        ] {
            let error = parse_json::<ChangeSession>(body.as_bytes()).unwrap_err();
            assert_eq!(error.code(), code, "{body}");
            assert!(!format!("{:?}", error.problem()).contains("secret"), "{body}");
        }
    }
}
