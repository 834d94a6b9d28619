//! Boards: which ones, what is on them, and changing them.

use super::session;
use crate::{
    app::App,
    clock,
    http::{
        extract::{AskedFor, JsonBody, PathId, SignedIn},
        problem::ApiError,
    },
    store::{StoreError, boards::SubmitError},
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use board::{
    id::{BoardId, DeviceId, PersonId},
    protocol::{
        boards::{BoardInfo, Cursor, Feed, OPS_MAX, Submit, Submitted},
        problem::{Problem, ProblemCode},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list_boards))
        .routes(routes!(read_board))
        .routes(routes!(submit_ops))
}

/// From where on a board is read.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Since {
    /// How far the reader is: `epoch.shared.private`. Without it the answer is a snapshot.
    #[param(value_type = Option<Cursor>)]
    since: Option<Cursor>,
    /// The reader's app installation: its own operations are told by their number.
    device: Option<DeviceId>,
    /// The `mark` of the session as the reader knows it: 204 then says that neither the board nor
    /// the session has anything new.
    known: Option<String>,
}

/// The boards that the person may open, newest duo first. Empty for staff.
#[utoipa::path(
    get,
    path = "/boards",
    tag = "boards",
    responses(
        (status = 200, description = "The boards", body = Vec<BoardInfo>),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
    )
)]
async fn list_boards(
    State(app): State<Arc<App>>,
    who: SignedIn,
) -> Result<Json<Vec<BoardInfo>>, ApiError> {
    Ok(Json(app.store.boards_of(who.person).await?))
}

/// What is on a board: the changes since a cursor, or everything.
///
/// A cursor of another incarnation of the database, or one that is too old, is answered with a
/// snapshot.
#[utoipa::path(
    get,
    path = "/boards/{board}",
    tag = "boards",
    params(("board" = BoardId, Path, description = "Which board"), Since),
    responses(
        (status = 200, description = "Changes or a snapshot", body = Feed),
        (status = 204, description = "Nothing new at all; only for readers that send `known`"),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: no such board, or not for this person", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: not a cursor, or an unknown parameter", body = Problem,
            content_type = "application/problem+json"),
    )
)]
async fn read_board(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId(board): PathId<BoardId>,
    AskedFor(Since { since, device, known }): AskedFor<Since>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let feed = app.store.feed(board, who.person, device, since).await.map_err(refusal)?;
    let nothing_new = matches!(&feed, Feed::Changes(changes) if Some(changes.cursor) == since);
    let mut answer = match known {
        Some(mark) if nothing_new && session::is_known(&app, &who, &mark).await? => {
            StatusCode::NO_CONTENT.into_response()
        }
        _ => Json(feed).into_response(),
    };
    session::renew_cookie(&who, &headers, &mut answer);
    Ok(answer)
}

/// Who sends operations.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Sender {
    /// Whose operations these are: nothing is done when somebody else is signed in by now. For
    /// whoever sends what was written on this device a while ago.
    by: Option<PersonId>,
}

/// Carries out operations, each once, in one transaction.
///
/// Operations are numbered per device and board, from 1, without gaps. One that comes again is
/// not carried out again; its receipt is. A rejected operation uses its number up.
#[utoipa::path(
    post,
    path = "/boards/{board}/ops",
    tag = "boards",
    params(("board" = BoardId, Path, description = "Which board"), Sender),
    request_body = Submit,
    responses(
        (status = 200, description = "One receipt per operation, and what the sender has not seen", body = Submitted),
        (status = 400, description = "`malformed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "`cross_site`, or `not_allowed`: somebody else is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: no such board, or not for this person", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "`sequence_gap` with `expected`, or `device_taken`", body = Problem,
            content_type = "application/problem+json"),
        (status = 413, description = "`too_large`: more than 100 operations or 256 KiB", body = Problem,
            content_type = "application/problem+json"),
        (status = 415, description = "`not_json`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`, or `sequence_reused`", body = Problem,
            content_type = "application/problem+json"),
        (status = 503, description = "`unavailable`", body = Problem,
            content_type = "application/problem+json"),
        (status = 507, description = "`disk_full`", body = Problem,
            content_type = "application/problem+json"),
    )
)]
async fn submit_ops(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId(board): PathId<BoardId>,
    AskedFor(Sender { by }): AskedFor<Sender>,
    JsonBody(submit): JsonBody<Submit>,
) -> Result<Json<Submitted>, ApiError> {
    if by.is_some_and(|by| by != who.person) {
        return Err(ProblemCode::NotAllowed.into());
    }
    if submit.ops.len() > OPS_MAX {
        return Err(ProblemCode::TooLarge.into());
    }
    let answer = app.store.submit(board, who.person, clock::now(), submit).await?;
    let rejected = answer.receipts.iter().filter(|receipt| receipt.rejected.is_some()).count();
    tracing::info!(
        board.id = %board, person.id = %who.person, ops = answer.receipts.len(), rejected,
        "operations carried out"
    );
    Ok(Json(answer))
}

impl From<SubmitError> for ApiError {
    fn from(error: SubmitError) -> Self {
        match error {
            SubmitError::DeviceTaken => ProblemCode::DeviceTaken.into(),
            SubmitError::Gap { expected } => Self::SequenceGap(expected),
            SubmitError::Reused { expected } => Self::SequenceReused(expected),
            SubmitError::Store(error) => refusal(error),
        }
    }
}

/// A board that is not there and one that is somebody else's get the same answer.
pub(super) fn refusal(error: StoreError) -> ApiError {
    match error {
        StoreError::NotFound => ProblemCode::NotFound.into(),
        error => ApiError::Store(error),
    }
}
