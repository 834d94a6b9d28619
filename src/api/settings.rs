//! What holds for the whole association, and how long a person's own name stays.

use crate::api::http::{self, ApiError};
use board::{
    office::setting::Settings,
    protocol::settings::{Retention, SettingsInfo},
};

/// The settings.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read() -> Result<SettingsInfo, ApiError> {
    http::get("/settings").await
}

/// Changes a version of them.
///
/// # Errors
/// Any [`ApiError`].
pub async fn change(version: u64, to: &Settings) -> Result<SettingsInfo, ApiError> {
    http::put_version("/settings", version, to).await
}

/// How long the name and the words of the person who asks stay.
///
/// # Errors
/// Any [`ApiError`].
pub async fn retention() -> Result<Retention, ApiError> {
    http::get("/me/retention").await
}

/// The person wants to stay known.
///
/// # Errors
/// Any [`ApiError`].
pub async fn keep_known() -> Result<Retention, ApiError> {
    http::post("/me/retention/keep", &()).await
}
