//! The matching aid (features.md K22): suggestions with their reasons. Nothing is created here.

use crate::{
    app::App,
    clock,
    http::{
        extract::{AskedFor, PathId, Staff},
        problem::ApiError,
    },
    matching,
};
use axum::{Json, extract::State};
use board::{
    id::{BranchId, PersonId},
    office::{look::Looked, matching::Weights},
    protocol::{
        pool::Matching,
        problem::{FieldRule, Problem, ProblemCode},
    },
};
use std::sync::Arc;
use tokio::task::spawn_blocking;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(suggest))
}

/// How much each thing counts, 0 to 5.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Asked {
    /// The same sector; 3 when it is not said.
    sector: Option<u8>,
    /// The language the mentee speaks best; 3.
    language: Option<u8>,
    /// Common hours; 2.
    hours: Option<u8>,
    /// A short way, or none; 2.
    travel: Option<u8>,
}

/// Suggests a mentor for each waiting mentee of a branch: the best arrangement over all of them,
/// other mentors who fit, and why somebody has nobody. The look is noted.
#[utoipa::path(get, path = "/branches/{id}/matching", tag = "people",
    operation_id = "suggest_duos",
    params(("id" = BranchId, Path, description = "Which branch"), Asked),
    responses(
        (status = 200, description = "The suggestions", body = Matching),
        (status = 404, description = "`not_found`: nor another branch", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: a weight is not 0 to 5", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn suggest(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(branch): PathId<BranchId>,
    AskedFor(asked): AskedFor<Asked>,
) -> Result<Json<Matching>, ApiError> {
    if staff.branches.iter().all(|mine| mine.id != branch) {
        return Err(ProblemCode::NotFound.into());
    }
    let usual = Weights::default();
    let weights = Weights {
        sector: asked.sector.unwrap_or(usual.sector),
        language: asked.language.unwrap_or(usual.language),
        hours: asked.hours.unwrap_or(usual.hours),
        travel: asked.travel.unwrap_or(usual.travel),
    };
    if !weights.are_usable() {
        return Err(ApiError::field("weights", FieldRule::Unknown));
    }
    let pool = app.store.candidates(branch).await?;
    let people: Vec<PersonId> = pool.iter().map(|candidate| candidate.person.id).collect();
    app.store.note_looks(staff.who.person, &people, Looked::Matching, clock::now()).await?;
    let found = spawn_blocking(move || matching::suggest(pool, weights)).await;
    found.map(Json).map_err(|_| ApiError::Trouble("matching stopped".into()))
}
