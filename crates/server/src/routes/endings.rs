//! The end of a duo, and what the mentee shares after it (M35, T15).

use super::boards::refusal;
use crate::{
    app::App,
    clock,
    http::{
        extract::{JsonBody, PathId, SignedIn, Staff},
        problem::ApiError,
    },
    store::StoreError,
};
use axum::{Json, extract::State, http::StatusCode};
use board::{
    actor::Seat,
    id::{BoardId, DuoId},
    protocol::{
        account::KeepSharing,
        boards::BoardInfo,
        problem::{Problem, ProblemCode},
    },
    time::Timestamp,
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

/// How long a mentor reads on: three months from the day the mentee says so.
const SHARED_DAYS: i64 = 92;

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(end_duo)).routes(routes!(keep_sharing))
}

/// Ends a duo now. The board stays the mentee's; the mentor no longer opens it.
#[utoipa::path(post, path = "/duos/{id}/end", tag = "duos",
    params(("id" = DuoId, Path, description = "Which")),
    responses(
        (status = 204, description = "It has ended; one that had ended before stays as it was"),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn end_duo(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
) -> Result<StatusCode, ApiError> {
    let now: Timestamp = clock::now();
    let mentor = app.store.close_duo(staff.who.person, duo, now).await?;
    // Streams of whoever may still read open again by themselves.
    app.hub.end_reader(mentor.board, mentor.person);
    Ok(StatusCode::NO_CONTENT)
}

/// The mentee lets the mentor of an ended duo read and write on for three months, or no longer.
#[utoipa::path(post, path = "/boards/{board}/sharing", tag = "boards", request_body = KeepSharing,
    params(("board" = BoardId, Path, description = "Which board")),
    responses(
        (status = 200, description = "The board, with `ended` and `shared_until`", body = BoardInfo),
        (status = 403, description = "`not_allowed`: it is the mentee's decision", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: no such board, or not for this person",
            body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: the duo runs, or the mentor left",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn keep_sharing(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId(board): PathId<BoardId>,
    JsonBody(KeepSharing { keep }): JsonBody<KeepSharing>,
) -> Result<Json<BoardInfo>, ApiError> {
    if app.store.seat(board, who.person).await.map_err(refusal)? != Seat::Mentee {
        return Err(ProblemCode::NotAllowed.into());
    }
    let until = keep.then(|| clock::now().plus_days(SHARED_DAYS));
    let mentors = app.store.share_until(board, until).await.map_err(|error| match error {
        StoreError::Conflict | StoreError::NotFound => {
            ApiError::Because(ProblemCode::Unusable, "no ended duo to share with".into())
        }
        error => error.into(),
    })?;
    if !keep {
        mentors.iter().for_each(|mentor| app.hub.end_reader(mentor.board, mentor.person));
    }
    let boards = app.store.boards_of(who.person).await?;
    let info = boards.into_iter().find(|info| info.id == board);
    info.map(Json).ok_or_else(|| ProblemCode::NotFound.into())
}
