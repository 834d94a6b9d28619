//! "Please call me" (M28, T14): a topic and a time for the coordinator, no words.

use super::boards::refusal;
use crate::{
    app::App,
    clock,
    http::{
        extract::{JsonBody, PathId, SignedIn, Staff},
        problem::ApiError,
    },
    ids,
};
use axum::{Json, extract::State, http::StatusCode};
use board::{
    id::BoardId,
    protocol::{
        help::{AskHelp, HelpCall, HelpRequest},
        problem::{FieldRule, Problem, ProblemCode},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

/// Most requests of one person that wait at the same time.
const OPEN_MAX: u32 = 3;

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(ask_help, list_own_help))
        .routes(routes!(list_help))
        .routes(routes!(answer_help))
}

/// Asks the coordinator for a call.
#[utoipa::path(post, path = "/boards/{board}/help", tag = "help", request_body = AskHelp,
    params(("board" = BoardId, Path, description = "Which board")),
    responses(
        (status = 201, description = "Asked", body = HelpRequest),
        (status = 404, description = "`not_found`: no such board, or not for this person",
            body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`help_waiting`: three wait already", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn ask_help(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId(board): PathId<BoardId>,
    JsonBody(AskHelp { topic }): JsonBody<AskHelp>,
) -> Result<(StatusCode, Json<HelpRequest>), ApiError> {
    if !topic.is_known() {
        return Err(ApiError::field("topic", FieldRule::Unknown));
    }
    let now = clock::now();
    let request = HelpRequest { id: ids::new_id(now), topic, at: now, answered: None };
    let asked = app.store.ask_help(board, who.person, request.clone(), OPEN_MAX).await;
    if !asked.map_err(refusal)? {
        return Err(ProblemCode::HelpWaiting.into());
    }
    Ok((StatusCode::CREATED, Json(request)))
}

/// The calls that the person asked for on a board, newest first.
#[utoipa::path(get, path = "/boards/{board}/help", tag = "help",
    params(("board" = BoardId, Path, description = "Which board")),
    responses(
        (status = 200, description = "Their own requests", body = Vec<HelpRequest>),
        (status = 404, description = "`not_found`: no such board, or not for this person",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn list_own_help(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId(board): PathId<BoardId>,
) -> Result<Json<Vec<HelpRequest>>, ApiError> {
    app.store.help_of(board, who.person).await.map(Json).map_err(refusal)
}

/// The calls that wait in the coordinator's branches, oldest first.
#[utoipa::path(get, path = "/help", tag = "help",
    responses(
        (status = 200, description = "Who asks, what about, since when", body = Vec<HelpCall>),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list_help(
    State(app): State<Arc<App>>,
    staff: Staff,
) -> Result<Json<Vec<HelpCall>>, ApiError> {
    Ok(Json(app.store.open_help(staff.who.person).await?))
}

/// Says that a call took place. Saying it again changes nothing.
#[utoipa::path(post, path = "/help/{id}/answered", tag = "help",
    params(("id" = Uuid, Path, description = "Which request")),
    responses(
        (status = 204, description = "Noted"),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn answer_help(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(request): PathId<Uuid>,
) -> Result<StatusCode, ApiError> {
    app.store.answer_help(staff.who.person, request, clock::now()).await?;
    Ok(StatusCode::NO_CONTENT)
}
