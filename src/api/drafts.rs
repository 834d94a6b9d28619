//! Half-typed words of a device that keeps none.

use crate::api::http::{self, ApiError};
use board::protocol::drafts::Draft;

/// Those of the last day.
///
/// # Errors
/// Any [`ApiError`].
pub async fn list() -> Result<Vec<Draft>, ApiError> {
    http::get("/account/drafts").await
}

/// Keeps these; empty words forget a name.
///
/// # Errors
/// Any [`ApiError`].
pub async fn keep(drafts: &Vec<Draft>) -> Result<(), ApiError> {
    http::put_quiet("/account/drafts", drafts).await
}
