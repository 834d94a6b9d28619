//! The end of a duo (K09), and what the mentee shares after it (M35, T15).

use super::{
    boards::refusal,
    plans::{self, of_running},
};
use crate::{
    app::App,
    clock,
    http::{
        extract::{JsonBody, PathId, SignedIn, Staff},
        problem::ApiError,
        version::IfMatch,
    },
    local,
    store::StoreError,
};
use axum::{Json, extract::State};
use board::{
    actor::Seat,
    id::{BoardId, DuoId},
    office::{closure::Closure, duty::Duty},
    protocol::{
        account::KeepSharing,
        boards::BoardInfo,
        plans::DuoPlan,
        problem::{FieldRule, Problem, ProblemCode},
    },
    time::Timestamp,
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

/// How long a mentor reads on: three months from the day the mentee says so.
const SHARED_DAYS: i64 = 92;

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(end_duo))
        .routes(routes!(change_closure, undo_closure))
        .routes(routes!(keep_sharing))
}

/// Closes a duo: how and on which day, together. The mentor no longer opens the board, which stays
/// the mentee's. A duo that ended because somebody left is told how it was closed afterwards.
#[utoipa::path(post, path = "/duos/{id}/end", tag = "duos", request_body = Closure,
    params(("id" = DuoId, Path, description = "Which")),
    responses(
        (status = 200, description = "The plan, with `closure`", body = DuoPlan),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "`duo_ended`: somebody closed it before; its plan says who, \
            when and how", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: a day to come or before the duo began",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn end_duo(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
    JsonBody(closure): JsonBody<Closure>,
) -> Result<Json<DuoPlan>, ApiError> {
    let now = check_closure(&app, &staff, duo, &closure).await?;
    let mentor = app.store.close_duo(staff.who.person, duo, closure, now).await;
    let mentor = mentor.map_err(of_running)?;
    // Streams of whoever may still read open again by themselves.
    app.hub.end_reader(mentor.board, mentor.person);
    plans::read(&app, &staff, duo).await
}

/// Says more about a closing: what was done since, or what was noted wrongly.
#[utoipa::path(patch, path = "/duos/{id}/closure", tag = "duos", request_body = Closure,
    params(
        ("id" = DuoId, Path, description = "Which"),
        ("If-Match" = String, Header, description = "The duo's `version`, in quotes"),
    ),
    responses(
        (status = 200, description = "The plan, with `closure`", body = DuoPlan),
        (status = 404, description = "`not_found`: nor one of another branch, nor one that was \
            not closed", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`stale`: it is another version by now", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: a day to come or before the duo began",
            body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn change_closure(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
    IfMatch(version): IfMatch,
    JsonBody(closure): JsonBody<Closure>,
) -> Result<Json<DuoPlan>, ApiError> {
    check_closure(&app, &staff, duo, &closure).await?;
    app.store.change_closure(staff.who.person, duo, version, closure).await?;
    plans::read(&app, &staff, duo).await
}

/// Undoes a closing within seven days: the duo goes on as it was.
#[utoipa::path(delete, path = "/duos/{id}/closure", tag = "duos",
    params(
        ("id" = DuoId, Path, description = "Which"),
        ("If-Match" = String, Header, description = "The duo's `version`, in quotes"),
    ),
    responses(
        (status = 200, description = "The plan, without `closure`", body = DuoPlan),
        (status = 404, description = "`not_found`: nor one of another branch, nor one that was \
            not closed", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`stale`: it is another version by now", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: seven days are over, one of the two left, or \
            the mentee has another mentor", body = Problem,
            content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn undo_closure(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
    IfMatch(version): IfMatch,
) -> Result<Json<DuoPlan>, ApiError> {
    staff.must(Duty::LookAfter)?;
    let undone = app.store.undo_closure(staff.who.person, duo, version, clock::now()).await;
    undone.map_err(|error| match error {
        StoreError::Conflict => {
            ApiError::Because(ProblemCode::Unusable, "this closing can no longer be undone".into())
        }
        error => error.into(),
    })?;
    plans::read(&app, &staff, duo).await
}

/// Whether the duo can have ended on that day. Returns what time it is.
async fn check_closure(
    app: &App,
    staff: &Staff,
    duo: DuoId,
    closure: &Closure,
) -> Result<Timestamp, ApiError> {
    staff.must(Duty::LookAfter)?;
    let start = app.store.cared_duo(staff.who.person, duo).await?.start;
    let now = clock::now();
    match closure.on {
        day if day > local::day(now) => Err(ApiError::field("on", FieldRule::NotADay)),
        day if day < start => Err(ApiError::field("on", FieldRule::TooEarly)),
        _ => Ok(now),
    }
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
