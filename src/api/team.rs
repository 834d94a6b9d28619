//! Accounts of the association, and its branches.

use crate::api::http::{self, ApiError};
use board::{
    id::{BranchId, PersonId},
    protocol::team::{BranchCard, BranchFields, StaffAdded, StaffFields, StaffMember},
};

/// The accounts that whoever asks may see.
///
/// # Errors
/// Any [`ApiError`].
pub async fn list() -> Result<Vec<StaffMember>, ApiError> {
    http::get("/team").await
}

/// Adds an account.
///
/// # Errors
/// Any [`ApiError`].
pub async fn create(new: &StaffFields) -> Result<StaffAdded, ApiError> {
    http::post("/team", new).await
}

/// Changes an account.
///
/// # Errors
/// Any [`ApiError`].
pub async fn change(
    id: PersonId,
    version: u64,
    new: &StaffFields,
) -> Result<StaffMember, ApiError> {
    http::patch_version(&format!("/team/{id}"), version, new).await
}

/// Ends an account.
///
/// # Errors
/// Any [`ApiError`].
pub async fn end(id: PersonId, version: u64) -> Result<(), ApiError> {
    http::delete_version(&format!("/team/{id}"), version).await
}

/// Every branch.
///
/// # Errors
/// Any [`ApiError`].
pub async fn branches() -> Result<Vec<BranchCard>, ApiError> {
    http::get("/organisation/branches").await
}

/// Adds a branch.
///
/// # Errors
/// Any [`ApiError`].
pub async fn open_branch(new: &BranchFields) -> Result<BranchCard, ApiError> {
    http::post("/organisation/branches", new).await
}

/// Changes a branch.
///
/// # Errors
/// Any [`ApiError`].
pub async fn change_branch(
    id: BranchId,
    version: u64,
    new: &BranchFields,
) -> Result<BranchCard, ApiError> {
    http::patch_version(&format!("/organisation/branches/{id}"), version, new).await
}

/// Removes a branch.
///
/// # Errors
/// Any [`ApiError`].
pub async fn remove_branch(id: BranchId, version: u64) -> Result<(), ApiError> {
    http::delete_version(&format!("/organisation/branches/{id}"), version).await
}
