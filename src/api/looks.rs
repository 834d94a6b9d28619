//! Who of the association looked at what.

use crate::api::http::{self, ApiError};
use board::protocol::looks::Look;

/// The looks at the person who asks, newest first.
///
/// # Errors
/// Any [`ApiError`].
pub async fn list() -> Result<Vec<Look>, ApiError> {
    http::get("/me/looks").await
}
