//! How a branch is doing (health.md, "Branch view"), and when its rules speak up (features.md K20).

use crate::{
    app::App,
    clock,
    http::{
        extract::{JsonBody, PathId, Staff},
        problem::ApiError,
        version::IfMatch,
    },
    local,
    store::caseload::CaseBranch,
};
use axum::{Json, extract::State};
use board::{
    health::{
        DuoState, health,
        thresholds::{ThresholdError, Thresholds},
    },
    id::BranchId,
    office::{
        branch_view::{moments, shares},
        caseload::count,
        duty::{Duty, may},
    },
    protocol::{
        caseload::{BranchThresholds, BranchView, ThresholdPreview},
        problem::{FieldRule, Problem},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(read_branch_view))
        .routes(routes!(read_thresholds, change_thresholds))
        .routes(routes!(preview_thresholds))
}

/// How the duos of a branch are doing today, and did at the ends of the last six months.
#[utoipa::path(get, path = "/branches/{id}/view", tag = "branches",
    params(("id" = BranchId, Path, description = "Which")),
    responses(
        (status = 200, description = "States, median and shares, each with both numbers",
            body = BranchView),
        (status = 404, description = "`not_found`: nor a branch of somebody else", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_branch_view(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(id): PathId<BranchId>,
) -> Result<Json<BranchView>, ApiError> {
    staff.must(Duty::LookAfter)?;
    let branch = app.store.case_branch(staff.who.person, id).await?;
    let duos = app.store.branch_facts(id).await?;
    let today = local::day(clock::now());
    let (now, before) = moments(&duos, today, &branch.thresholds);
    let shares = shares(&duos, today);
    let [ended_13, ended_26] = shares.ended;
    Ok(Json(BranchView {
        branch: id,
        name: branch.name,
        now,
        before,
        early_meeting: shares.early_meeting,
        floor: shares.floor,
        ended_13,
        ended_26,
    }))
}

/// When each rule speaks up in a branch, and what is proposed.
#[utoipa::path(get, path = "/branches/{id}/thresholds", tag = "branches",
    params(("id" = BranchId, Path, description = "Which")),
    responses(
        (status = 200, description = "The thresholds", body = BranchThresholds),
        (status = 404, description = "`not_found`: nor a branch of somebody else", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_thresholds(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(id): PathId<BranchId>,
) -> Result<Json<BranchThresholds>, ApiError> {
    staff.must(Duty::LookAfter)?;
    let branch = app.store.case_branch(staff.who.person, id).await?;
    Ok(Json(told(&staff, branch)))
}

/// Sets the thresholds of a branch. One that is not said gets its default.
#[utoipa::path(patch, path = "/branches/{id}/thresholds", tag = "branches",
    request_body = Thresholds,
    params(("id" = BranchId, Path, description = "Which"),
        ("If-Match" = String, Header, description = "The version that is changed")),
    responses(
        (status = 200, description = "What holds now", body = BranchThresholds),
        (status = 403, description = "`not_allowed`: for those who manage the branch",
            body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: nor a branch of somebody else", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`: somebody changed them in the meantime",
            body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` names the threshold and why",
            body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn change_thresholds(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(id): PathId<BranchId>,
    IfMatch(version): IfMatch,
    JsonBody(thresholds): JsonBody<Thresholds>,
) -> Result<Json<BranchThresholds>, ApiError> {
    staff.must(Duty::ManageBranch)?;
    let branch = app.store.case_branch(staff.who.person, id).await?;
    thresholds.check().map_err(broken)?;
    let version = app.store.set_thresholds(id, version, thresholds.clone()).await?;
    tracing::info!(branch.id = %id, person.id = %staff.who.person, "thresholds changed");
    Ok(Json(told(&staff, CaseBranch { thresholds, version, ..branch })))
}

/// What would be different with other thresholds. Nothing is changed.
#[utoipa::path(post, path = "/branches/{id}/thresholds/preview", tag = "branches",
    request_body = Thresholds,
    params(("id" = BranchId, Path, description = "Which")),
    responses(
        (status = 200, description = "Duos in each state, before and after",
            body = ThresholdPreview),
        (status = 404, description = "`not_found`: nor a branch of somebody else", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` names the threshold and why",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn preview_thresholds(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(id): PathId<BranchId>,
    JsonBody(thresholds): JsonBody<Thresholds>,
) -> Result<Json<ThresholdPreview>, ApiError> {
    staff.must(Duty::LookAfter)?;
    let branch = app.store.case_branch(staff.who.person, id).await?;
    thresholds.check().map_err(broken)?;
    let today = local::day(clock::now());
    let duos = app.store.branch_facts(id).await?;
    let running = duos.iter().filter(|facts| facts.closed.is_none_or(|day| day > today));
    let states: Vec<(DuoState, DuoState)> = running
        .map(|facts| {
            let state = |with: &Thresholds| health(facts, today, with).state;
            (state(&branch.thresholds), state(&thresholds))
        })
        .collect();
    let number = |of: fn(&(DuoState, DuoState)) -> bool| {
        u32::try_from(states.iter().filter(|pair| of(pair)).count()).unwrap_or(u32::MAX)
    };
    Ok(Json(ThresholdPreview {
        before: count(states.iter().map(|(before, _)| *before)),
        after: count(states.iter().map(|(_, after)| *after)),
        newly_flagged: number(|(before, after)| !is_flagged(*before) && is_flagged(*after)),
        no_longer: number(|(before, after)| is_flagged(*before) && !is_flagged(*after)),
    }))
}

/// Whether a state asks somebody to look.
fn is_flagged(state: DuoState) -> bool {
    match state {
        DuoState::HelpRequested
        | DuoState::ClosureOverdue
        | DuoState::Stalled
        | DuoState::Watch => true,
        DuoState::Closed | DuoState::Paused | DuoState::TooEarly | DuoState::OnTrack => false,
    }
}

fn told(staff: &Staff, branch: CaseBranch) -> BranchThresholds {
    BranchThresholds {
        version: branch.version,
        thresholds: branch.thresholds,
        defaults: Thresholds::default(),
        may_change: may(&staff.who.role, Duty::ManageBranch),
    }
}

fn broken(error: ThresholdError) -> ApiError {
    match error {
        ThresholdError::Zero(name) | ThresholdError::NotAbove(_, name) => {
            ApiError::field(name, FieldRule::TooSmall)
        }
        ThresholdError::TooLarge(name, _) => ApiError::field(name, FieldRule::TooLarge),
    }
}
