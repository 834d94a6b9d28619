//! The phones and computers that can open my plan.

use crate::{
    app::App,
    clock,
    http::{
        extract::{PathId, SignedIn},
        problem::ApiError,
    },
    store::people::SessionRow,
};
use axum::{Json, extract::State, http::StatusCode};
use board::{
    id::SessionId,
    protocol::{problem::Problem, session::DeviceInfo},
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(end))
}

/// The devices on which the person is signed in, newest first.
#[utoipa::path(get, path = "/devices", tag = "devices", operation_id = "list_devices",
    responses(
        (status = 200, description = "The devices", body = Vec<DeviceInfo>),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list(
    State(app): State<Arc<App>>,
    who: SignedIn,
) -> Result<Json<Vec<DeviceInfo>>, ApiError> {
    let rows = app.store.sessions_of(who.person, clock::now()).await?;
    Ok(Json(rows.into_iter().map(|row| device(row, who.session)).collect()))
}

/// A device as its person sees it, from the device `current`.
pub(super) fn device(row: SessionRow, current: SessionId) -> DeviceInfo {
    DeviceInfo {
        current: row.id == current,
        id: row.id,
        label: row.label,
        since: row.created,
        last_used: row.last_used,
        own_device: row.own_device,
    }
}

/// Signs one of the person's devices out. Its live streams end at once.
#[utoipa::path(delete, path = "/devices/{id}", tag = "devices", operation_id = "end_device",
    params(("id" = SessionId, Path, description = "The device, from the list")),
    responses(
        (status = 204, description = "Signed out"),
        (status = 404, description = "`not_found`: not a device of this person", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn end(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId(session): PathId<SessionId>,
) -> Result<StatusCode, ApiError> {
    app.store.end_session(who.person, session).await?;
    app.hub.end_session(session);
    Ok(StatusCode::NO_CONTENT)
}
