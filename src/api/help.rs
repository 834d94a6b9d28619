//! "Please call me": requests that reach the coordinator.

use crate::api::http::{self, ApiError};
use board::{
    id::BoardId,
    protocol::help::{AskHelp, HelpCall, HelpRequest, HelpTopic},
};
use uuid::Uuid;

/// The person's own requests.
///
/// # Errors
/// Any [`ApiError`].
pub async fn list(board: BoardId) -> Result<Vec<HelpRequest>, ApiError> {
    http::get(&format!("/boards/{board}/help")).await
}

/// Asks for a call.
///
/// # Errors
/// Any [`ApiError`].
pub async fn ask(board: BoardId, topic: HelpTopic) -> Result<HelpRequest, ApiError> {
    http::post(&format!("/boards/{board}/help"), &AskHelp { topic }).await
}

/// The calls that wait in the coordinator's branches, oldest first.
///
/// # Errors
/// Any [`ApiError`].
pub async fn open_calls() -> Result<Vec<HelpCall>, ApiError> {
    http::get("/help").await
}

/// Says that a call took place.
///
/// # Errors
/// Any [`ApiError`].
pub async fn answered(request: Uuid) -> Result<(), ApiError> {
    http::post_quiet(&format!("/help/{request}/answered"), &()).await
}
