//! What the association aims at, and what it may cost (features.md K15).

use super::reader::FigureReader;
use crate::{
    app::App,
    http::{extract::JsonBody, problem::ApiError, version::IfMatch},
    store::figures::TargetChanges,
};
use axum::{Json, extract::State};
use board::{
    office::{
        duty::Duty,
        region::Region,
        target::{BUDGET_MAX, DUOS_MAX, PrintedSums, RegionTarget, YEARS},
    },
    protocol::{
        figures::{
            AnnexLoaded, BranchName, ChangeBudgets, ChangeTargets, SetBudget, SetTarget, Targets,
        },
        problem::{FieldRule, Problem, ProblemCode},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Most numbers that one change sets.
const CHANGES_MAX: usize = 1_000;

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(read_targets, change_targets))
        .routes(routes!(change_budgets))
        .routes(routes!(load_annex))
}

/// Targets and budgets. A coordinator sees the targets of their branches; regions, and what they
/// cost, are the whole association's and nobody's secret.
#[utoipa::path(get, path = "/targets", tag = "figures",
    responses(
        (status = 200, description = "As they are", body = Targets),
        (status = 403, description = "`not_allowed`: not for a funder", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_targets(
    State(app): State<Arc<App>>,
    reader: FigureReader,
) -> Result<Json<Targets>, ApiError> {
    reader.must_look_after()?;
    all(&app, &reader).await.map(Json)
}

async fn all(app: &App, reader: &FigureReader) -> Result<Targets, ApiError> {
    let mut stored = app.store.targets().await?;
    let own = |branch| reader.branches.iter().any(|it| it.id == branch);
    stored.targets.retain(|target| own(target.branch));
    Ok(Targets {
        version: stored.version,
        branches: reader.branches.clone(),
        targets: stored.targets,
        regions: stored.regions,
        budgets: stored.budgets,
        printed: stored.printed,
    })
}

/// Sets targets of branches that the person manages.
#[utoipa::path(put, path = "/targets", tag = "figures", request_body = ChangeTargets,
    params(("If-Match" = String, Header, description = "The `version` that is changed, in quotes")),
    responses(
        (status = 200, description = "As they are now", body = Targets),
        (status = 403, description = "`not_allowed`: for who manages the branch", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: a branch of somebody else", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`: somebody changed them in the meantime",
            body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which and why", body = Problem,
            content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn change_targets(
    State(app): State<Arc<App>>,
    reader: FigureReader,
    IfMatch(version): IfMatch,
    JsonBody(ChangeTargets { targets }): JsonBody<ChangeTargets>,
) -> Result<Json<Targets>, ApiError> {
    reader.must(Duty::ManageBranch)?;
    check_count(targets.len())?;
    for (place, set) in targets.iter().enumerate() {
        reader.branch(set.branch)?;
        check(&format!("targets[{place}].year"), YEARS.contains(&set.year))?;
        check(&format!("targets[{place}].duos"), set.duos.is_none_or(|it| it <= DUOS_MAX))?;
    }
    let to = TargetChanges { targets, ..TargetChanges::default() };
    app.store.change_targets(to, version).await?;
    all(&app, &reader).await.map(Json)
}

/// Sets what regions may cost.
#[utoipa::path(put, path = "/budgets", tag = "figures", request_body = ChangeBudgets,
    params(("If-Match" = String, Header, description = "The `version` that is changed, in quotes")),
    responses(
        (status = 200, description = "As they are now", body = Targets),
        (status = 403, description = "`not_allowed`: for who manages the organisation",
            body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`stale`: somebody changed them in the meantime",
            body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which and why", body = Problem,
            content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn change_budgets(
    State(app): State<Arc<App>>,
    reader: FigureReader,
    IfMatch(version): IfMatch,
    JsonBody(ChangeBudgets { budgets }): JsonBody<ChangeBudgets>,
) -> Result<Json<Targets>, ApiError> {
    reader.must(Duty::ManageOrganisation)?;
    check_count(budgets.len())?;
    for (place, set) in budgets.iter().enumerate() {
        check(&format!("budgets[{place}].year"), YEARS.contains(&set.year))?;
        let most = |amount: Option<u32>| amount.is_none_or(|amount| amount <= BUDGET_MAX);
        check(&format!("budgets[{place}].budget"), most(set.budget))?;
        check(&format!("budgets[{place}].public"), most(set.public) && is_part(set))?;
    }
    let to = TargetChanges { budgets, ..TargetChanges::default() };
    app.store.change_targets(to, version).await?;
    all(&app, &reader).await.map(Json)
}

/// Public funds are a part of the budget.
fn is_part(set: &SetBudget) -> bool {
    set.public.unwrap_or(0) <= set.budget.unwrap_or(0)
}

fn check_count(count: usize) -> Result<(), ApiError> {
    if count <= CHANGES_MAX { Ok(()) } else { Err(ProblemCode::TooLarge.into()) }
}

fn check(field: &str, holds: bool) -> Result<(), ApiError> {
    if holds { Ok(()) } else { Err(ApiError::field(field, FieldRule::Unknown)) }
}

/// Takes over the annex of the memorandum of 2024: duos of towns and regions, budgets, and the sums
/// as they were printed. Numbers for the same years are replaced; all others stay.
#[utoipa::path(post, path = "/targets/annex", tag = "figures",
    params(("If-Match" = String, Header, description = "The `version` that is changed, in quotes")),
    responses(
        (status = 200, description = "As it is now, and what found no branch", body = AnnexLoaded),
        (status = 403, description = "`not_allowed`: for who manages the organisation",
            body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`stale`: somebody changed them in the meantime",
            body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn load_annex(
    State(app): State<Arc<App>>,
    reader: FigureReader,
    IfMatch(version): IfMatch,
) -> Result<Json<AnnexLoaded>, ApiError> {
    reader.must(Duty::ManageOrganisation)?;
    let (to, missing) = annex(&reader.branches);
    app.store.change_targets(to, version).await?;
    Ok(Json(AnnexLoaded { targets: all(&app, &reader).await?, missing }))
}

/// What the annex sets, and its towns that no branch is named after. A region with a single branch
/// is that branch too.
fn annex(branches: &[BranchName]) -> (TargetChanges, Vec<String>) {
    let annex = content::annex();
    let (mut to, mut missing) = (TargetChanges::default(), Vec::new());
    let years = || annex.years.iter().copied();
    let target = |branch: &BranchName, duos: &[u32]| {
        let id = branch.id;
        let set = |(year, duos): (u16, &u32)| SetTarget { branch: id, year, duos: Some(*duos) };
        years().zip(duos).map(set).collect::<Vec<_>>()
    };
    for town in &annex.branches {
        let name = content::fold(&town.name);
        match branches.iter().find(|branch| content::fold(&branch.name).contains(&name)) {
            Some(branch) => to.targets.extend(target(branch, &town.duos)),
            None => missing.push(town.name.clone()),
        }
    }
    for part in &annex.regions {
        let region: Region = part.region;
        let own: Vec<_> = branches.iter().filter(|it| it.region == Some(region)).collect();
        if let [only] = own[..]
            && !to.targets.iter().any(|set| set.branch == only.id)
        {
            to.targets.extend(target(only, &part.duos));
        }
        let duos = years().zip(&part.duos);
        to.regions.extend(duos.map(|(year, duos)| RegionTarget { region, year, duos: *duos }));
        let money = years().zip(part.budget.iter().zip(&part.public));
        to.budgets.extend(money.map(|(year, (budget, public))| SetBudget {
            region,
            year,
            budget: Some(*budget),
            public: Some(*public),
        }));
        to.printed.push(PrintedSums {
            region,
            from: annex.years.first().copied().unwrap_or(*YEARS.start()),
            to: annex.years.last().copied().unwrap_or(*YEARS.end()),
            duos: part.printed.duos,
            budget: part.printed.budget,
            public: part.printed.public,
        });
    }
    (to, missing)
}
