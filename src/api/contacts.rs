//! The coordinators' talks with the two of a duo, and whom to call next.

use crate::api::http::{self, ApiError};
use board::{
    id::{ContactId, DuoId},
    protocol::contacts::{ContactCalendar, NewContact, OfficeContact},
};

/// The talks of a duo, newest first.
///
/// # Errors
/// Any [`ApiError`].
pub async fn list(duo: DuoId) -> Result<Vec<OfficeContact>, ApiError> {
    http::get(&format!("/duos/{duo}/contacts")).await
}

/// Notes a talk.
///
/// # Errors
/// Any [`ApiError`].
pub async fn add(duo: DuoId, new: &NewContact) -> Result<OfficeContact, ApiError> {
    http::post(&format!("/duos/{duo}/contacts"), new).await
}

/// Writes a talk again.
///
/// # Errors
/// Any [`ApiError`].
pub async fn change(
    contact: ContactId,
    version: u64,
    new: &NewContact,
) -> Result<OfficeContact, ApiError> {
    http::patch_version(&format!("/contacts/{contact}"), version, new).await
}

/// Takes a version of a talk away.
///
/// # Errors
/// Any [`ApiError`].
pub async fn remove(contact: ContactId, version: u64) -> Result<(), ApiError> {
    http::delete_version(&format!("/contacts/{contact}"), version).await
}

/// Whom to call; only in one's own duos, when asked so.
///
/// # Errors
/// Any [`ApiError`].
pub async fn calendar(only_mine: bool) -> Result<ContactCalendar, ApiError> {
    http::get(if only_mine { "/contacts/due?mine=true" } else { "/contacts/due" }).await
}
