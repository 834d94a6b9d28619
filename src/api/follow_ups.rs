//! The question three, six and twelve months after.

use crate::api::http::{self, ApiError};
use board::{
    id::DuoId,
    office::follow_up::FollowUpAnswer,
    protocol::follow_ups::{AnswerFollowUp, FollowUpInfo, FollowUpLink, FollowUpList},
};

/// What is still to be asked.
///
/// # Errors
/// Any [`ApiError`].
pub async fn list() -> Result<FollowUpList, ApiError> {
    http::get("/follow-ups").await
}

/// The three questions of a duo.
///
/// # Errors
/// Any [`ApiError`].
pub async fn of_duo(duo: DuoId) -> Result<Vec<FollowUpInfo>, ApiError> {
    http::get(&format!("/duos/{duo}/follow-ups")).await
}

/// Notes an answer in the place of a version, or takes it back.
///
/// # Errors
/// Any [`ApiError`].
pub async fn answer(
    duo: DuoId,
    month: u8,
    version: u64,
    answer: Option<FollowUpAnswer>,
) -> Result<FollowUpInfo, ApiError> {
    let body = AnswerFollowUp { answer };
    http::put_version(&format!("/duos/{duo}/follow-ups/{month}"), version, &body).await
}

/// Notes that nobody answered.
///
/// # Errors
/// Any [`ApiError`].
pub async fn nobody_answered(duo: DuoId, month: u8) -> Result<FollowUpInfo, ApiError> {
    http::post(&format!("/duos/{duo}/follow-ups/{month}/tries"), &()).await
}

/// Makes a link to hand over.
///
/// # Errors
/// Any [`ApiError`].
pub async fn link(duo: DuoId, month: u8) -> Result<FollowUpLink, ApiError> {
    http::post(&format!("/duos/{duo}/follow-ups/{month}/link"), &()).await
}
