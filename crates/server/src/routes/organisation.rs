//! Branches, set up by an organisation admin.

use crate::{
    app::App,
    clock,
    http::{
        extract::{JsonBody, PathId, Staff},
        fields::Fields,
        problem::ApiError,
        version::IfMatch,
    },
    ids,
    store::team::BranchRemoval,
};
use axum::{Json, extract::State, http::StatusCode};
use board::{
    id::BranchId,
    office::duty::Duty,
    protocol::{
        duos::NAME_MAX,
        problem::{FieldRule, Problem, ProblemCode},
        team::{BranchCard, BranchFields, PHONE_MAX},
    },
};
use content::fold;
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(change, remove))
}

/// Every branch, by name.
#[utoipa::path(get, path = "/organisation/branches", tag = "branches",
    operation_id = "list_all_branches",
    responses(
        (status = 200, description = "The branches", body = Vec<BranchCard>),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list(
    State(app): State<Arc<App>>,
    staff: Staff,
) -> Result<Json<Vec<BranchCard>>, ApiError> {
    staff.must(Duty::ManageOrganisation)?;
    Ok(Json(app.store.branch_cards().await?))
}

/// Adds a branch.
#[utoipa::path(post, path = "/organisation/branches", tag = "branches",
    operation_id = "create_branch", request_body = BranchFields,
    responses(
        (status = 201, description = "The branch", body = BranchCard),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`; `name` is `taken` by another branch",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn create(
    State(app): State<Arc<App>>,
    staff: Staff,
    JsonBody(new): JsonBody<BranchFields>,
) -> Result<(StatusCode, Json<BranchCard>), ApiError> {
    staff.must(Duty::ManageOrganisation)?;
    let fields = check(&app, new, None).await?;
    let id = BranchId(ids::new_id(clock::now()));
    app.store.open_branch(id, fields).await?;
    Ok((StatusCode::CREATED, Json(find(&app, id).await?)))
}

/// Changes name, phone or region of a branch.
#[utoipa::path(patch, path = "/organisation/branches/{id}", tag = "branches",
    operation_id = "change_branch", request_body = BranchFields,
    params(("id" = BranchId, Path, description = "Which"),
        ("If-Match" = u64, Header, description = "The version that is changed")),
    responses(
        (status = 200, description = "The branch", body = BranchCard),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn change(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(id): PathId<BranchId>,
    IfMatch(version): IfMatch,
    JsonBody(new): JsonBody<BranchFields>,
) -> Result<Json<BranchCard>, ApiError> {
    staff.must(Duty::ManageOrganisation)?;
    find(&app, id).await?;
    let fields = check(&app, new, Some(id)).await?;
    app.store.change_branch(id, version, fields).await?;
    find(&app, id).await.map(Json)
}

/// Removes a branch that no duo, no mentee or mentor and no coordinator belongs to.
#[utoipa::path(delete, path = "/organisation/branches/{id}", tag = "branches",
    operation_id = "remove_branch",
    params(("id" = BranchId, Path, description = "Which"),
        ("If-Match" = u64, Header, description = "The version that was seen")),
    responses(
        (status = 204, description = "Gone"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `branch` is `taken`", body = Problem,
            content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn remove(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(id): PathId<BranchId>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, ApiError> {
    staff.must(Duty::ManageOrganisation)?;
    find(&app, id).await?;
    match app.store.remove_branch(id, version).await? {
        BranchRemoval::Done => Ok(StatusCode::NO_CONTENT),
        BranchRemoval::InUse => Err(ApiError::field("branch", FieldRule::Taken)),
    }
}

async fn find(app: &App, id: BranchId) -> Result<BranchCard, ApiError> {
    let cards = app.store.branch_cards().await?;
    cards.into_iter().find(|card| card.id == id).ok_or_else(|| ProblemCode::NotFound.into())
}

/// Two branches of one name could not be told apart in any list.
async fn check(
    app: &App,
    mut new: BranchFields,
    own: Option<BranchId>,
) -> Result<BranchFields, ApiError> {
    let mut fields = Fields::default();
    fields.line("name", &mut new.name, NAME_MAX);
    new.phone = new.phone.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_phone = |c: char| c.is_ascii_digit() || " +/.-()".contains(c);
    if new.phone.chars().count() > PHONE_MAX {
        fields.note("phone", FieldRule::TooLong);
    } else {
        fields.known("phone", new.phone.chars().all(is_phone));
    }
    let cards = app.store.branch_cards().await?;
    let same =
        |card: &BranchCard| Some(card.id) != own && fold(&card.fields.name) == fold(&new.name);
    if cards.iter().any(same) {
        fields.note("name", FieldRule::Taken);
    }
    fields.or(new)
}
