//! The branches a coordinator looks after.

use crate::{
    app::App,
    http::{
        extract::{PathId, Staff},
        problem::ApiError,
    },
};
use axum::{Json, extract::State};
use board::{
    id::BranchId,
    office::duty::Duty,
    protocol::{
        boards::PersonName,
        problem::{Problem, ProblemCode},
        session::BranchInfo,
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(list_colleagues))
}

/// The branches of the coordinator who is signed in, by name.
#[utoipa::path(get, path = "/branches", tag = "branches", operation_id = "list_branches",
    responses(
        (status = 200, description = "The branches", body = Vec<BranchInfo>),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list(staff: Staff) -> Result<Json<Vec<BranchInfo>>, ApiError> {
    Ok(Json(staff.branches))
}

/// Those who can look after a duo of a branch, by name.
#[utoipa::path(get, path = "/branches/{id}/colleagues", tag = "branches",
    params(("id" = BranchId, Path, description = "Which branch")),
    responses(
        (status = 200, description = "Coordinators and admins of the branch",
            body = Vec<PersonName>),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: no such branch for this person", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list_colleagues(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(id): PathId<BranchId>,
) -> Result<Json<Vec<PersonName>>, ApiError> {
    staff.must(Duty::LookAfter)?;
    if staff.branches.iter().all(|branch| branch.id != id) {
        return Err(ProblemCode::NotFound.into());
    }
    Ok(Json(app.store.colleagues(id).await?))
}
