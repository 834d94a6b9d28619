//! The letter of the week: where it goes, and whether it does.

use crate::api::http::{self, ApiError};
use board::protocol::account::{ChangeDigest, Digest};

/// As it is.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read() -> Result<Digest, ApiError> {
    http::get("/account/digest").await
}

/// Changes address or wish, or both. An empty address erases it.
///
/// # Errors
/// Any [`ApiError`].
pub async fn change(change: &ChangeDigest) -> Result<Digest, ApiError> {
    http::patch("/account/digest", change).await
}
