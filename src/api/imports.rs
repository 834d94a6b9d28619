//! Duos from a file: looked at, created, printed, taken back.

use crate::{
    api::http::{self, API, ApiError},
    platform::upload::{self, Ready},
};
use board::{
    id::ImportId,
    protocol::imports::{CreateImport, ImportInfo, ImportPreview, Slips},
};

/// Patience with a file of one megabyte on a bad network.
const PATIENCE_SECONDS: u32 = 60;

/// Reads a file on the server. Nothing is created.
///
/// # Errors
/// Any [`ApiError`].
pub async fn preview(file: &Ready) -> Result<ImportPreview, ApiError> {
    let url = format!("{API}/imports/preview");
    let answer = upload::put(&url, file, PATIENCE_SECONDS).await;
    let Some((status, body)) = answer else { return Err(ApiError::Away) };
    if (200..300).contains(&status) {
        return wire::from_json(&body).map_err(|_| ApiError::Unreadable);
    }
    // Without a problem document it is not our server that answers.
    let problem = wire::from_json(&body).map_err(|_| ApiError::Away)?;
    Err(ApiError::Problem(problem))
}

/// Creates the chosen rows.
///
/// # Errors
/// Any [`ApiError`].
pub async fn create(import: &CreateImport) -> Result<ImportInfo, ApiError> {
    http::post("/imports", import).await
}

/// The last lists of the branches.
///
/// # Errors
/// Any [`ApiError`].
pub async fn list() -> Result<Vec<ImportInfo>, ApiError> {
    http::get("/imports").await
}

/// Takes a whole list back.
///
/// # Errors
/// Any [`ApiError`].
pub async fn undo(id: ImportId) -> Result<(), ApiError> {
    http::delete(&format!("/imports/{id}")).await
}

/// Makes invitations for people of a list who did not come in, after the first `from`.
///
/// # Errors
/// Any [`ApiError`].
pub async fn slips(id: ImportId, from: usize) -> Result<Slips, ApiError> {
    http::post(&format!("/imports/{id}/slips?from={from}"), &false).await
}
