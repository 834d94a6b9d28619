//! The branches a coordinator looks after.

use crate::{
    app::App,
    http::{extract::Staff, problem::ApiError},
};
use axum::Json;
use board::protocol::{problem::Problem, session::BranchInfo};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list))
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
