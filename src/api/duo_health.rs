//! How the duo is doing: days and numbers from the server.

use crate::api::http::{self, ApiError};
use board::{health::Health, id::BoardId};

/// The state of the duo today, and why.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read(board: BoardId) -> Result<Health, ApiError> {
    http::get(&format!("/boards/{board}/health")).await
}
