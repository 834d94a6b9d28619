//! The plan of a duo: its days, breaks, end, and the mentor after it.

use crate::api::http::{self, ApiError};
use board::{
    id::{BoardId, BreakId, DuoId},
    office::closure::Closure,
    protocol::{
        duos::DuoCreated,
        plans::{ChangePlan, DuoPlan, KnownMentor, NewBreak, OfficeBreak, Rematch, ViewChoice},
    },
};

/// The plan of a duo, running or closed.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read(duo: DuoId) -> Result<DuoPlan, ApiError> {
    http::get(&format!("/duos/{duo}/plan")).await
}

/// Changes it.
///
/// # Errors
/// Any [`ApiError`].
pub async fn change(duo: DuoId, version: u64, plan: &ChangePlan) -> Result<DuoPlan, ApiError> {
    http::patch_version(&format!("/duos/{duo}/plan"), version, plan).await
}

/// Notes a break.
///
/// # Errors
/// Any [`ApiError`].
pub async fn add_break(duo: DuoId, new: &NewBreak) -> Result<OfficeBreak, ApiError> {
    http::post(&format!("/duos/{duo}/breaks"), new).await
}

/// Ends a break today.
///
/// # Errors
/// Any [`ApiError`].
pub async fn end_break(id: BreakId) -> Result<(), ApiError> {
    http::post_quiet(&format!("/breaks/{id}/end"), &()).await
}

/// Closes a duo.
///
/// # Errors
/// Any [`ApiError`].
pub async fn close(duo: DuoId, closure: &Closure) -> Result<DuoPlan, ApiError> {
    http::post(&format!("/duos/{duo}/end"), closure).await
}

/// Says more about a closing.
///
/// # Errors
/// Any [`ApiError`].
pub async fn change_closure(
    duo: DuoId,
    version: u64,
    closure: &Closure,
) -> Result<DuoPlan, ApiError> {
    http::patch_version(&format!("/duos/{duo}/closure"), version, closure).await
}

/// Undoes a closing.
///
/// # Errors
/// Any [`ApiError`].
pub async fn undo_closure(duo: DuoId, version: u64) -> Result<(), ApiError> {
    http::delete_version(&format!("/duos/{duo}/closure"), version).await
}

/// The mentors whom the branch of a duo knows.
///
/// # Errors
/// Any [`ApiError`].
pub async fn mentors(duo: DuoId) -> Result<Vec<KnownMentor>, ApiError> {
    http::get(&format!("/duos/{duo}/mentors")).await
}

/// Begins a new duo with the mentee of a closed one; `key` makes a second tap harmless.
///
/// # Errors
/// Any [`ApiError`].
pub async fn rematch(duo: DuoId, key: &str, wanted: &Rematch) -> Result<DuoCreated, ApiError> {
    http::post_once(&format!("/duos/{duo}/rematch"), key, wanted).await
}

/// What the mentee is still to choose for a new mentor.
///
/// # Errors
/// Any [`ApiError`].
pub async fn view_choice(board: BoardId) -> Result<ViewChoice, ApiError> {
    http::get(&format!("/boards/{board}/view")).await
}

/// The mentee has chosen.
///
/// # Errors
/// Any [`ApiError`].
pub async fn end_view_choice(board: BoardId) -> Result<(), ApiError> {
    http::post_quiet(&format!("/boards/{board}/view"), &()).await
}
