//! How a duo is doing, for the two of it (T13): the rules and the numbers that their coordinator
//! sees too. It holds no word of the board; its type has no room for one.

use super::boards::refusal;
use crate::{
    app::App,
    clock,
    http::{
        extract::{PathId, SignedIn},
        problem::ApiError,
    },
    local,
};
use axum::{Json, extract::State};
use board::{
    health::{Health, health_for},
    id::BoardId,
    protocol::problem::Problem,
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(read_health))
}

/// How the duo is doing today, and why: days and numbers.
#[utoipa::path(get, path = "/boards/{board}/health", tag = "boards",
    params(("board" = BoardId, Path, description = "Which board")),
    responses(
        (status = 200, description = "The state and its reasons", body = Health),
        (status = 404, description = "`not_found`: no such board, no duo, or not for this person",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn read_health(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId(board): PathId<BoardId>,
) -> Result<Json<Health>, ApiError> {
    let now = clock::now();
    let own = app.store.health_facts(board, who.person, now).await.map_err(refusal)?;
    Ok(Json(health_for(own.seat, &own.facts, local::day(now), &own.thresholds)))
}
