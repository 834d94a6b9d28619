//! What coordinators see of their duos: the caseload, a branch, thresholds.

use crate::{
    api::http::{self, API, ApiError},
    platform::stream::Stream,
};
use board::{
    health::thresholds::Thresholds,
    id::{BranchId, DuoId},
    protocol::caseload::{BranchThresholds, BranchView, Caseload, CaseloadRow, ThresholdPreview},
};

/// A page of the caseload; `query` is what stands behind the `?`.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read(query: &str) -> Result<Caseload, ApiError> {
    http::get(&format!("/caseload?{query}")).await
}

/// One duo of it, running or closed.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read_duo(duo: DuoId) -> Result<CaseloadRow, ApiError> {
    http::get(&format!("/duos/{duo}/state")).await
}

/// Calls `news` when a duo of the reader's branches changed, and with false when the stream ended.
pub fn follow(news: impl Fn(bool) + 'static) -> Stream {
    Stream::open(&format!("{API}/caseload/live"), move |name, _| match name {
        "changed" | "reset" => news(true),
        "closed" => news(false),
        _ => {}
    })
}

/// How a branch is doing.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read_branch(branch: BranchId) -> Result<BranchView, ApiError> {
    http::get(&format!("/branches/{branch}/view")).await
}

/// The thresholds of a branch.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read_thresholds(branch: BranchId) -> Result<BranchThresholds, ApiError> {
    http::get(&format!("/branches/{branch}/thresholds")).await
}

/// Changes the thresholds of a branch, when they are still this version.
///
/// # Errors
/// Any [`ApiError`].
pub async fn change_thresholds(
    branch: BranchId,
    version: u64,
    thresholds: &Thresholds,
) -> Result<BranchThresholds, ApiError> {
    http::patch_version(&format!("/branches/{branch}/thresholds"), version, thresholds).await
}

/// What would be different with other thresholds.
///
/// # Errors
/// Any [`ApiError`].
pub async fn preview_thresholds(
    branch: BranchId,
    thresholds: &Thresholds,
) -> Result<ThresholdPreview, ApiError> {
    http::post(&format!("/branches/{branch}/thresholds/preview"), thresholds).await
}
