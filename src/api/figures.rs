//! Figures, targets and budgets.

use crate::api::http::{self, API, ApiError};
use board::protocol::figures::{
    AnnexLoaded, Breakdown, ChangeBudgets, ChangeTargets, EvidencePack, Indicators, Targets,
};

/// The figures; `query` says of which duos.
///
/// # Errors
/// Any [`ApiError`].
pub async fn indicators(query: &str) -> Result<Indicators, ApiError> {
    http::get(&format!("/indicators{query}")).await
}

/// One year's duos, told apart.
///
/// # Errors
/// Any [`ApiError`].
pub async fn breakdown(query: &str) -> Result<Breakdown, ApiError> {
    http::get(&format!("/indicators/breakdown{query}")).await
}

/// The evidence pack.
///
/// # Errors
/// Any [`ApiError`].
pub async fn evidence(query: &str) -> Result<EvidencePack, ApiError> {
    http::get(&format!("/evidence{query}")).await
}

/// Targets and budgets.
///
/// # Errors
/// Any [`ApiError`].
pub async fn targets() -> Result<Targets, ApiError> {
    http::get("/targets").await
}

/// Changes targets.
///
/// # Errors
/// Any [`ApiError`].
pub async fn change_targets(version: u64, change: &ChangeTargets) -> Result<Targets, ApiError> {
    http::put_version("/targets", version, change).await
}

/// Changes budgets.
///
/// # Errors
/// Any [`ApiError`].
pub async fn change_budgets(version: u64, change: &ChangeBudgets) -> Result<Targets, ApiError> {
    http::put_version("/budgets", version, change).await
}

/// Takes over the annex of the memorandum.
///
/// # Errors
/// Any [`ApiError`].
pub async fn load_annex(version: u64) -> Result<AnnexLoaded, ApiError> {
    http::post_version("/targets/annex", version, &()).await
}

/// Where a file with figures lies, for a link.
#[must_use]
pub fn export(file: &str, query: &str) -> String {
    format!("{API}/exports/{file}{query}")
}
