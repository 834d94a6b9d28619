//! What came of duos.

use crate::api::http::{self, ApiError};
use board::{
    id::DuoId,
    office::outcome::Outcome,
    protocol::outcomes::{NewOutcome, OutcomeInfo},
};
use uuid::Uuid;

/// The outcomes of a duo, the first first.
///
/// # Errors
/// Any [`ApiError`].
pub async fn list(duo: DuoId) -> Result<Vec<OutcomeInfo>, ApiError> {
    http::get(&format!("/duos/{duo}/outcomes")).await
}

/// Notes an outcome; the same id again changes nothing.
///
/// # Errors
/// Any [`ApiError`].
pub async fn add(duo: DuoId, new: &NewOutcome) -> Result<OutcomeInfo, ApiError> {
    http::post(&format!("/duos/{duo}/outcomes"), new).await
}

/// Writes a version of an outcome again.
///
/// # Errors
/// Any [`ApiError`].
pub async fn change(id: Uuid, version: u64, to: &Outcome) -> Result<OutcomeInfo, ApiError> {
    http::patch_version(&format!("/outcomes/{id}"), version, to).await
}

/// Takes a version of an outcome away.
///
/// # Errors
/// Any [`ApiError`].
pub async fn remove(id: Uuid, version: u64) -> Result<(), ApiError> {
    http::delete_version(&format!("/outcomes/{id}"), version).await
}
