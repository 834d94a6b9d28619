//! The devices that can open a person's plan.

use crate::api::http::{self, ApiError};
use board::{id::SessionId, protocol::session::DeviceInfo};

/// All of them, this one included.
///
/// # Errors
/// Any [`ApiError`].
pub async fn list() -> Result<Vec<DeviceInfo>, ApiError> {
    http::get("/devices").await
}

/// Signs one out.
///
/// # Errors
/// Any [`ApiError`].
pub async fn end(device: SessionId) -> Result<(), ApiError> {
    http::delete(&format!("/devices/{device}")).await
}
