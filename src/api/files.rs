//! Files and papers of a board: sent here, read by a link.

use crate::{
    api::{
        escaped::escaped,
        http::{self, API, ApiError},
    },
    platform::upload::{self, Ready},
};
use board::{
    cv::FileRef,
    id::{BoardId, ItemId},
    protocol::account::{MissingLetters, Uploaded},
};

/// Sends a file piece by piece, from where it was cut when it has a `place` already. `tell` gets
/// that place, to be kept, and how much has arrived, from 0 to 100. The answer says what the server
/// found it to be. Sending the same bytes twice is harmless.
///
/// # Errors
/// Any [`ApiError`].
pub async fn send(
    board: BoardId,
    place: Option<String>,
    file: &Ready,
    tell: impl Fn(String, f64) + 'static,
) -> Result<FileRef, ApiError> {
    let url = format!("{API}/boards/{board}/uploads");
    let answer = upload::send(&url, place, file, tell).await;
    let Some((status, body)) = answer else { return Err(ApiError::Away) };
    if (200..300).contains(&status) {
        let kept = wire::from_json::<Uploaded>(&body);
        return kept.map(|kept| kept.file).map_err(|_| ApiError::Unreadable);
    }
    // Without a problem document it is not our server that answers.
    let problem = wire::from_json(&body).map_err(|_| ApiError::Away)?;
    Err(ApiError::Problem(problem))
}

/// Where a file can be fetched, for `href`.
#[must_use]
pub fn address(board: BoardId, sha256: &str) -> String {
    format!("{API}/boards/{board}/files/{sha256}")
}

/// Which of these letters a PDF cannot show.
///
/// # Errors
/// Any [`ApiError`].
pub async fn missing_letters(of: &str) -> Result<MissingLetters, ApiError> {
    http::get(&format!("/papers/missing-letters?of={}", escaped(of))).await
}

/// Where a CV can be fetched as a PDF, for `href`.
#[must_use]
pub fn cv_pdf(board: BoardId, cv: ItemId) -> String {
    format!("{API}/boards/{board}/cvs/{cv}.pdf")
}
