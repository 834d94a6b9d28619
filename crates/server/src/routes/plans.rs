//! The plan of a duo: its days, who looks after it, its breaks (features.md K08).

use super::duos::rules::{end_rule, is_sector};
use crate::{
    app::App,
    clock,
    http::{
        extract::{JsonBody, PathId, Staff},
        fields::Fields,
        problem::ApiError,
        version::IfMatch,
    },
    local,
    store::StoreError,
};
use axum::{Json, extract::State, http::StatusCode};
use board::{
    id::{BreakId, DuoId},
    office::duty::Duty,
    protocol::{
        duos::CADENCE_DAYS,
        plans::{BREAK_DAYS_MAX, ChangePlan, DuoPlan, NewBreak, OfficeBreak},
        problem::{FieldRule, Problem, ProblemCode},
    },
};
use chrono::Days;
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(read_plan, change_plan))
        .routes(routes!(add_break))
        .routes(routes!(end_break))
}

/// The plan of a duo, running or closed.
#[utoipa::path(get, path = "/duos/{id}/plan", tag = "duos",
    params(("id" = DuoId, Path, description = "Which duo")),
    responses(
        (status = 200, description = "Its days, breaks and end", body = DuoPlan),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_plan(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
) -> Result<Json<DuoPlan>, ApiError> {
    staff.must(Duty::LookAfter)?;
    read(&app, &staff, duo).await
}

/// The plan as it is now.
pub(super) async fn read(app: &App, staff: &Staff, duo: DuoId) -> Result<Json<DuoPlan>, ApiError> {
    Ok(Json(app.store.duo_plan(staff.who.person, duo, clock::now()).await?))
}

/// Changes the planned end, the rhythm, who looks after the duo, and the sector.
#[utoipa::path(patch, path = "/duos/{id}/plan", tag = "duos", request_body = ChangePlan,
    params(
        ("id" = DuoId, Path, description = "Which duo"),
        ("If-Match" = String, Header, description = "The duo's `version`, in quotes"),
    ),
    responses(
        (status = 200, description = "As it is now", body = DuoPlan),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "`duo_ended`", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`: it is another version by now", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which field and why",
            body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn change_plan(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
    IfMatch(version): IfMatch,
    JsonBody(plan): JsonBody<ChangePlan>,
) -> Result<Json<DuoPlan>, ApiError> {
    staff.must(Duty::LookAfter)?;
    let known = app.store.duo_plan(staff.who.person, duo, clock::now()).await?;
    check(&plan, &known)?;
    let changed = app.store.change_plan(staff.who.person, duo, version, plan).await;
    changed.map_err(of_running)?;
    read(&app, &staff, duo).await
}

/// What a running duo allows is refused after it.
pub(super) fn of_running(error: StoreError) -> ApiError {
    match error {
        StoreError::Conflict => ProblemCode::DuoEnded.into(),
        error => error.into(),
    }
}

fn check(plan: &ChangePlan, known: &DuoPlan) -> Result<(), ApiError> {
    let mut fields = Fields::default();
    if let Some(rule) = end_rule(known.start, plan.planned_end) {
        fields.note("planned_end", rule);
    }
    fields.known("cadence_days", CADENCE_DAYS.contains(&plan.cadence_days));
    // Whoever looked after it before may stay, though they left the branch since.
    let stays = plan.coordinator == known.settings.coordinator;
    let is_here = |id| known.colleagues.iter().any(|colleague| colleague.id == id);
    fields.known("coordinator", stays || plan.coordinator.is_none_or(is_here));
    fields.known("sector", plan.sector.as_ref().is_none_or(is_sector));
    fields.or(())
}

/// Notes a break of the duo. While it lasts, nothing is late.
#[utoipa::path(post, path = "/duos/{id}/breaks", tag = "duos", request_body = NewBreak,
    params(("id" = DuoId, Path, description = "Which duo")),
    responses(
        (status = 201, description = "The break", body = OfficeBreak),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "`duo_ended`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: it ends before it begins, begins before the \
            duo or more than a year ahead, or lasts longer than a year", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn add_break(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
    JsonBody(new): JsonBody<NewBreak>,
) -> Result<(StatusCode, Json<OfficeBreak>), ApiError> {
    staff.must(Duty::LookAfter)?;
    let start = app.store.cared_duo(staff.who.person, duo).await?.start;
    let mut fields = Fields::default();
    let latest = start.max(local::day(clock::now())).checked_add_days(Days::new(BREAK_DAYS_MAX));
    if new.from < start {
        fields.note("from", FieldRule::TooEarly);
    } else if Some(new.from) > latest {
        fields.note("from", FieldRule::NotADay);
    }
    let last = new.from.checked_add_days(Days::new(BREAK_DAYS_MAX));
    if new.until < new.from {
        fields.note("until", FieldRule::TooEarly);
    } else if Some(new.until) > last {
        fields.note("until", FieldRule::NotADay);
    }
    let new = fields.or(new)?;
    let added = app.store.add_break(staff.who.person, duo, new, clock::now()).await;
    Ok((StatusCode::CREATED, Json(added.map_err(of_running)?)))
}

/// Ends a break today: the two meet again. One that has not begun never takes place.
#[utoipa::path(post, path = "/breaks/{id}/end", tag = "duos",
    params(("id" = BreakId, Path, description = "Which break")),
    responses(
        (status = 204, description = "It is over; one that was over stays as it was"),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "`duo_ended`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn end_break(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(id): PathId<BreakId>,
) -> Result<StatusCode, ApiError> {
    staff.must(Duty::LookAfter)?;
    let today = local::day(clock::now());
    app.store.end_break(staff.who.person, id, today).await.map_err(of_running)?;
    Ok(StatusCode::NO_CONTENT)
}
