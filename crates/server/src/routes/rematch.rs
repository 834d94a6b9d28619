//! Another mentor for the mentee of a closed duo (features.md K21). The board stays the mentee's;
//! the new mentor sees what the mentee shares with them, and nothing of what was there before.

use super::{boards::refusal, duos};
use crate::{
    app::App,
    clock,
    http::{
        extract::{JsonBody, PathId, SignedIn, Staff},
        problem::ApiError,
    },
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use board::{
    actor::Seat,
    id::{BoardId, DuoId},
    office::duty::Duty,
    protocol::{
        duos::{DuoCreated, NewDuo},
        plans::{KnownMentor, Rematch, ViewChoice},
        problem::{Problem, ProblemCode},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list_known_mentors))
        .routes(routes!(rematch))
        .routes(routes!(read_view_choice, end_view_choice))
}

/// The mentors whom the branch of a duo knows, without its own.
#[utoipa::path(get, path = "/duos/{id}/mentors", tag = "duos",
    params(("id" = DuoId, Path, description = "Which duo")),
    responses(
        (status = 200, description = "By name, with their running duos", body = Vec<KnownMentor>),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list_known_mentors(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
) -> Result<Json<Vec<KnownMentor>>, ApiError> {
    staff.must(Duty::LookAfter)?;
    Ok(Json(app.store.known_mentors(staff.who.person, duo).await?))
}

/// Begins a new duo with the mentee of a closed one. What the former mentor could see is the
/// mentee's alone from then on, until the mentee shares it again.
///
/// With an `Idempotency-Key`, the same request sent twice makes one duo.
#[utoipa::path(post, path = "/duos/{id}/rematch", tag = "duos", request_body = Rematch,
    params(
        ("id" = DuoId, Path, description = "The duo that ended"),
        ("Idempotency-Key" = Option<String>, Header,
            description = "Any text of at most 100 characters, one per duo to be"),
    ),
    responses(
        (status = 201, description = "The new duo, with an invitation for a new mentor",
            body = DuoCreated),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: the duo runs, the start is too early, or a \
            field breaks its rule", body = Problem, content_type = "application/problem+json"),
    ))]
async fn rematch(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
    headers: HeaderMap,
    JsonBody(wanted): JsonBody<Rematch>,
) -> Result<(StatusCode, Json<DuoCreated>), ApiError> {
    staff.must(Duty::LookAfter)?;
    let plan = app.store.duo_plan(staff.who.person, duo, clock::now()).await?;
    if plan.ended.is_none() {
        return Err(ApiError::Because(ProblemCode::Unusable, "the duo runs".into()));
    }
    let coordinator = plan.settings.coordinator;
    let is_here = |id| plan.colleagues.iter().any(|colleague| colleague.id == id);
    let new = NewDuo {
        mentee: Some(plan.mentee.id),
        mentee_name: String::new(),
        mentee_lang: String::new(),
        mentor: wanted.mentor,
        mentor_name: wanted.mentor_name,
        mentor_lang: wanted.mentor_lang,
        branch: plan.branch,
        start: wanted.start,
        cadence_days: wanted.cadence_days,
        planned_end: None,
        sector: plan.settings.sector,
        coordinator: coordinator.filter(|id| is_here(*id)),
        confirm_many: wanted.confirm_many,
    };
    duos::make(&app, &staff, &headers, new).await
}

/// What the mentee is still to choose: what a new mentor sees of what was there before.
#[utoipa::path(get, path = "/boards/{board}/view", tag = "boards",
    params(("board" = BoardId, Path, description = "Which board")),
    responses(
        (status = 200, description = "The new mentor, and the items to choose from",
            body = ViewChoice),
        (status = 403, description = "`not_allowed`: it is the mentee's decision", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: nothing is to be chosen, or no such board",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn read_view_choice(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId(board): PathId<BoardId>,
) -> Result<Json<ViewChoice>, ApiError> {
    is_mentee(&app, &who, board).await?;
    Ok(Json(app.store.view_choice(board, who.person).await?))
}

/// The mentee has chosen: what they want to show was shared, item by item, as always.
#[utoipa::path(post, path = "/boards/{board}/view", tag = "boards",
    params(("board" = BoardId, Path, description = "Which board")),
    responses(
        (status = 204, description = "Noted; also when nothing was to be chosen"),
        (status = 403, description = "`not_allowed`: it is the mentee's decision", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: no such board, or not for this person",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn end_view_choice(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId(board): PathId<BoardId>,
) -> Result<StatusCode, ApiError> {
    is_mentee(&app, &who, board).await?;
    app.store.end_view_choice(board, who.person, clock::now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn is_mentee(app: &App, who: &SignedIn, board: BoardId) -> Result<(), ApiError> {
    match app.store.seat(board, who.person).await.map_err(refusal)? {
        Seat::Mentee => Ok(()),
        Seat::Mentor => Err(ProblemCode::NotAllowed.into()),
    }
}
