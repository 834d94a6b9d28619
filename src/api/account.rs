//! What is a person's own: their hours, all their data, a proof of search, and the end.

use crate::{
    api::http::{self, API, ApiError},
    platform::download,
};
use board::{
    id::BoardId,
    protocol::{
        account::{EndAccount, KeepSharing, ProofRequest, VolunteerHour},
        boards::BoardInfo,
    },
};

/// Patience with a paper: the server lays it out while we wait.
const PATIENCE_SECONDS: u32 = 60;

/// The meetings that took place in all duos of a mentor, by day.
///
/// # Errors
/// Any [`ApiError`].
pub async fn hours() -> Result<Vec<VolunteerHour>, ApiError> {
    http::get("/account/hours").await
}

/// Where all data of the person can be fetched for programs, for `href`.
#[must_use]
pub fn data() -> String {
    format!("{API}/account/data")
}

/// Where all data of the person can be read and printed, for `href`.
#[must_use]
pub fn data_page() -> String {
    format!("{API}/account/data.html")
}

/// Ends the account, for good and at once.
///
/// # Errors
/// Any [`ApiError`].
pub async fn end(name: &str) -> Result<(), ApiError> {
    http::post_quiet("/account/end", &EndAccount { name: name.to_owned() }).await
}

/// Lets the mentor of an ended duo read on for three months, or no longer.
///
/// # Errors
/// Any [`ApiError`].
pub async fn keep_sharing(board: BoardId, keep: bool) -> Result<BoardInfo, ApiError> {
    http::post(&format!("/boards/{board}/sharing"), &KeepSharing { keep }).await
}

/// Makes the proof of search as a PDF, and gives it to the person under this name.
///
/// # Errors
/// Any [`ApiError`].
pub async fn proof_pdf(board: BoardId, request: &ProofRequest, name: &str) -> Result<(), ApiError> {
    let body = wire::to_json(request);
    let url = format!("{API}/boards/{board}/proof.pdf");
    let answer = download::post(&url, &body, name, PATIENCE_SECONDS).await;
    let Some((status, body)) = answer else { return Err(ApiError::Away) };
    if (200..300).contains(&status) {
        return Ok(());
    }
    // Without a problem document it is not our server that answers.
    let problem = wire::from_json(&body).map_err(|_| ApiError::Away)?;
    Err(ApiError::Problem(problem))
}
