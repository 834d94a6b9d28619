//! Signing in, who is signed in, and leaving.

use crate::{
    app::App,
    entrance,
    http::{
        cookies,
        extract::{JsonBody, SignedIn},
        peer::Peer,
        problem::ApiError,
    },
    secret,
    sessions::Stay,
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header::SET_COOKIE},
    response::{AppendHeaders, IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use board::protocol::{
    problem::{FieldRule, Problem, ProblemCode},
    session::{ChangeSession, Session, SignIn},
};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};
use words::Lang;

/// What a browser forgets when a person leaves (sign-in.md step 8).
pub const FORGET: (HeaderName, HeaderValue) = (
    HeaderName::from_static("clear-site-data"),
    HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""),
);

/// Bytes of a mark: enough that two states of one session never share one.
const MARK: usize = 6;

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(sign_in, read, change, leave))
}

/// Comes in with an invitation: "Yes, it is me".
///
/// The session travels in a cookie that no script can read. Whoever was signed in on this device
/// before is signed out.
#[utoipa::path(post, path = "/session", tag = "session", operation_id = "sign_in",
    request_body = SignIn, security(()),
    responses(
        (status = 200, description = "Signed in; the cookie is set", body = Session),
        (status = 422, description = "`code_unknown`, `code_used`, `code_expired`", body = Problem,
            content_type = "application/problem+json"),
        (status = 429, description = "`too_many_tries`: wait `retry_after` seconds", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn sign_in(
    State(app): State<Arc<App>>,
    Peer(peer): Peer,
    headers: HeaderMap,
    JsonBody(sign_in): JsonBody<SignIn>,
) -> Result<impl IntoResponse, ApiError> {
    let entered = entrance::enter(&app, peer, &sign_in.key, sign_in.own_device, &headers).await?;
    let row = app.store.session(secret::hash(&entered.secret)).await?;
    let who = SignedIn::from(row.ok_or(ProblemCode::SignedOut)?);
    let lang = Lang::from_tag(&who.lang).unwrap_or_default();
    let set = AppendHeaders([
        (SET_COOKIE, cookies::sign_in(&entered.secret, entered.stay)),
        (SET_COOKIE, cookies::language(lang, &app.site)),
    ]);
    Ok((set, Json(describe(&app, who).await?)))
}

/// Who is signed in. Asking also says "I am still here": the session lasts longer.
#[utoipa::path(get, path = "/session", tag = "session", operation_id = "read_session",
    responses(
        (status = 200, description = "Who is signed in", body = Session),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read(
    State(app): State<Arc<App>>,
    who: SignedIn,
    headers: HeaderMap,
) -> Result<impl IntoResponse, ApiError> {
    let set = AppendHeaders([(SET_COOKIE, cookie_again(&who, &headers))]);
    Ok((set, Json(describe(&app, who).await?)))
}

/// The browser forgets a cookie after its own time, so it is told the new one.
fn cookie_again(who: &SignedIn, headers: &HeaderMap) -> HeaderValue {
    let secret = cookies::value(headers, cookies::SESSION).unwrap_or_default();
    cookies::sign_in(secret, Stay::of(&who.role, who.own_device))
}

/// Adds the cookie to an answer that takes the place of [`read`], when it is time again.
pub(super) fn renew_cookie(who: &SignedIn, headers: &HeaderMap, answer: &mut Response) {
    if who.cookie_ages {
        answer.headers_mut().append(SET_COOKIE, cookie_again(who, headers));
    }
}

/// Whether the app knows all that there is to know about the session: its mark is still the mark.
pub(super) async fn is_known(app: &App, who: &SignedIn, mark: &str) -> Result<bool, ApiError> {
    Ok(describe(app, who.clone()).await?.mark == mark)
}

/// Changes the language of the person who is signed in.
#[utoipa::path(patch, path = "/session", tag = "session", operation_id = "change_session",
    request_body = ChangeSession,
    responses(
        (status = 200, description = "As it is now", body = Session),
        (status = 422, description = "`unusable`: not a language we speak", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn change(
    State(app): State<Arc<App>>,
    mut who: SignedIn,
    JsonBody(change): JsonBody<ChangeSession>,
) -> Result<impl IntoResponse, ApiError> {
    let lang = Lang::ALL.into_iter().find(|lang| lang.tag() == change.lang);
    let lang = lang.ok_or_else(|| ApiError::field("lang", FieldRule::Unknown))?;
    app.store.set_lang(who.person, lang.tag()).await?;
    who.lang = lang.tag().to_owned();
    let set = AppendHeaders([(SET_COOKIE, cookies::language(lang, &app.site))]);
    Ok((set, Json(describe(&app, who).await?)))
}

/// Leaves this device: the session ends and the browser forgets what it kept.
#[utoipa::path(delete, path = "/session", tag = "session", operation_id = "leave",
    responses(
        (status = 204, description = "Left; `Clear-Site-Data` is set"),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn leave(State(app): State<Arc<App>>, who: SignedIn) -> Result<impl IntoResponse, ApiError> {
    app.store.end_session(who.person, who.session).await?;
    app.hub.end_session(who.session);
    let set = AppendHeaders([FORGET, (SET_COOKIE, cookies::sign_out())]);
    Ok((StatusCode::NO_CONTENT, set))
}

async fn describe(app: &App, who: SignedIn) -> Result<Session, ApiError> {
    let boards = app.store.boards_of(who.person).await?;
    let branches =
        if who.role.is_staff() { app.store.branches_of(who.person).await? } else { Vec::new() };
    let idle = Stay::of(&who.role, who.own_device).idle() / 1000;
    let mut session = Session {
        id: who.session,
        person: who.person,
        name: who.name,
        role: who.role,
        lang: who.lang,
        own_device: who.own_device,
        idle_seconds: u32::try_from(idle).unwrap_or(u32::MAX),
        boards,
        branches,
        build: app.assets.build.clone(),
        mark: String::new(),
    };
    let all = serde_json::to_vec(&session)
        .map_err(|_| ApiError::Trouble("a session is not JSON".into()))?;
    session.mark = URL_SAFE_NO_PAD.encode(&Sha256::digest(&all)[..MARK]);
    Ok(session)
}
