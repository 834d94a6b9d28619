//! Files and papers of a board: sent here, read by a link.

use crate::{
    api::http::{API, ApiError},
    platform::upload::{self, Ready},
};
use board::{
    cv::FileRef,
    id::{BoardId, ItemId},
    protocol::account::Uploaded,
};

/// Patience with an upload: five megabytes on a bad network.
const PATIENCE_SECONDS: u32 = 180;

/// Sends a file; `tell` gets how much of it has left, from 0 to 100. The answer says what the
/// server found it to be. Sending the same bytes twice is harmless.
///
/// # Errors
/// Any [`ApiError`].
pub async fn send(
    board: BoardId,
    file: &Ready,
    tell: impl Fn(f64) + 'static,
) -> Result<FileRef, ApiError> {
    let url = address(board, &file.sha256);
    let answer = upload::put(&url, file, PATIENCE_SECONDS, tell).await;
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

/// Where a CV can be fetched as a PDF, for `href`.
#[must_use]
pub fn cv_pdf(board: BoardId, cv: ItemId) -> String {
    format!("{API}/boards/{board}/cvs/{cv}.pdf")
}
