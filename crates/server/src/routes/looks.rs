//! Who of the association looked at what: for the person whom it is about.

use crate::{
    app::App,
    http::{extract::SignedIn, problem::ApiError},
};
use axum::{Json, extract::State};
use board::protocol::{looks::Look, problem::Problem};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list_looks))
}

/// Who of the association looked at what of the person who asks, newest first: one line for each
/// kind of look, person and day.
#[utoipa::path(get, path = "/me/looks", tag = "account",
    responses(
        (status = 200, description = "The looks", body = Vec<Look>),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list_looks(
    State(app): State<Arc<App>>,
    who: SignedIn,
) -> Result<Json<Vec<Look>>, ApiError> {
    Ok(Json(app.store.looks_at(who.person).await?))
}
