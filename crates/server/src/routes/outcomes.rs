//! What came of duos (features.md K10, K11): recorded by the association, days and numbers only.

use crate::{
    app::App,
    clock,
    http::{
        extract::{JsonBody, PathId, Staff},
        problem::ApiError,
        version::IfMatch,
    },
    local,
    store::{Store, StoreError},
};
use axum::{Json, extract::State, http::StatusCode};
use board::{
    id::{DuoId, PersonId},
    office::{
        duty::Duty,
        look::Looked,
        outcome::{Outcome, OutcomeFault},
    },
    protocol::{
        outcomes::{NewOutcome, OutcomeInfo},
        problem::{FieldProblem, FieldRule, Problem},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list_outcomes, add_outcome))
        .routes(routes!(change_outcome, remove_outcome))
}

/// The outcomes of a duo, running or closed, the first first. No line: nothing began yet.
#[utoipa::path(get, path = "/duos/{id}/outcomes", tag = "outcomes",
    params(("id" = DuoId, Path, description = "Which duo")),
    responses(
        (status = 200, description = "The outcomes", body = Vec<OutcomeInfo>),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list_outcomes(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
) -> Result<Json<Vec<OutcomeInfo>>, ApiError> {
    staff.must(Duty::LookAfter)?;
    let who = staff.who.person;
    let outcomes = app.store.outcomes(who, duo).await?;
    let mentee = app.store.cared_duo(who, duo).await?.mentee;
    app.store.note_look(who, mentee, Looked::Outcomes, clock::now()).await?;
    Ok(Json(outcomes))
}

/// Notes an outcome. The same request again notes nothing twice.
#[utoipa::path(post, path = "/duos/{id}/outcomes", tag = "outcomes", request_body = NewOutcome,
    params(("id" = DuoId, Path, description = "Which duo")),
    responses(
        (status = 201, description = "The outcome", body = OutcomeInfo),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`: the id stands for something else", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which field and why; `too_early` \
            is a start before the duo's", body = Problem, content_type = "application/problem+json"),
    ))]
async fn add_outcome(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
    JsonBody(new): JsonBody<NewOutcome>,
) -> Result<(StatusCode, Json<OutcomeInfo>), ApiError> {
    staff.must(Duty::LookAfter)?;
    let who = staff.who.person;
    check(&*app.store, who, duo, &new.outcome).await?;
    app.store.add_outcome(who, duo, new, clock::now()).await?;
    let (_, noted) = app.store.outcome(who, new.id).await?;
    Ok((StatusCode::CREATED, Json(noted)))
}

/// Writes an outcome again.
#[utoipa::path(patch, path = "/outcomes/{id}", tag = "outcomes", request_body = Outcome,
    params(
        ("id" = Uuid, Path, description = "Which"),
        ("If-Match" = String, Header, description = "The `version` that is changed, in quotes"),
    ),
    responses(
        (status = 200, description = "As it is now", body = OutcomeInfo),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`: it is another version by now", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which field and why",
            body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn change_outcome(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(id): PathId<Uuid>,
    IfMatch(version): IfMatch,
    JsonBody(to): JsonBody<Outcome>,
) -> Result<Json<OutcomeInfo>, ApiError> {
    staff.must(Duty::LookAfter)?;
    let who = staff.who.person;
    let (duo, _) = app.store.outcome(who, id).await?;
    check(&*app.store, who, duo, &to).await?;
    app.store.change_outcome(who, id, version, to, clock::now()).await?;
    Ok(Json(app.store.outcome(who, id).await?.1))
}

/// Takes an outcome away: it was a mistake.
#[utoipa::path(delete, path = "/outcomes/{id}", tag = "outcomes",
    params(
        ("id" = Uuid, Path, description = "Which"),
        ("If-Match" = String, Header, description = "The `version` that goes, in quotes"),
    ),
    responses(
        (status = 204, description = "It is gone"),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`: it is another version by now", body = Problem,
            content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn remove_outcome(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(id): PathId<Uuid>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, ApiError> {
    staff.must(Duty::LookAfter)?;
    app.store.remove_outcome(staff.who.person, id, version).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Every field of an outcome that cannot be, at once.
async fn check(
    store: &dyn Store,
    staff: PersonId,
    duo: DuoId,
    outcome: &Outcome,
) -> Result<(), ApiError> {
    let duo = match store.cared_duo(staff, duo).await {
        Err(StoreError::NotFound) => return Err(StoreError::NotFound.into()),
        found => found?,
    };
    let faults = outcome.faults(duo.start, local::day(clock::now()));
    let problem = |fault: OutcomeFault| FieldProblem {
        field: fault.field().to_owned(),
        rule: match fault {
            OutcomeFault::BeforeDuo => FieldRule::TooEarly,
            OutcomeFault::FarAhead => FieldRule::NotADay,
            OutcomeFault::NoContract
            | OutcomeFault::NotWork
            | OutcomeFault::OpenEnded
            | OutcomeFault::Months
            | OutcomeFault::Hours => FieldRule::Unknown,
        },
    };
    if faults.is_empty() {
        Ok(())
    } else {
        Err(ApiError::Fields(faults.into_iter().map(problem).collect()))
    }
}
