//! The people of the branches, and the matching aid.

use crate::api::http::{self, ApiError};
use board::{
    id::{BranchId, PersonId},
    office::matching::Weights,
    protocol::pool::{ChangePerson, MatchProfile, Matching, NewPerson, PeoplePage, PersonCard},
};

/// People that fit `query`: the parameters of the address, each beginning with `&`.
///
/// # Errors
/// Any [`ApiError`].
pub async fn list(after: usize, query: &str) -> Result<PeoplePage, ApiError> {
    http::get(&format!("/people?after={after}{query}")).await
}

/// Adds somebody without a duo.
///
/// # Errors
/// Any [`ApiError`].
pub async fn create(new: &NewPerson) -> Result<PersonCard, ApiError> {
    http::post("/people", new).await
}

/// One person.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read(id: PersonId) -> Result<PersonCard, ApiError> {
    http::get(&format!("/people/{id}")).await
}

/// Changes name and language.
///
/// # Errors
/// Any [`ApiError`].
pub async fn change(
    id: PersonId,
    version: u64,
    new: &ChangePerson,
) -> Result<PersonCard, ApiError> {
    http::patch_version(&format!("/people/{id}"), version, new).await
}

/// Removes somebody who was added by mistake.
///
/// # Errors
/// Any [`ApiError`].
pub async fn remove(id: PersonId) -> Result<(), ApiError> {
    http::delete(&format!("/people/{id}")).await
}

/// Keeps what they told about a partner.
///
/// # Errors
/// Any [`ApiError`].
pub async fn keep_profile(
    id: PersonId,
    version: u64,
    profile: &MatchProfile,
) -> Result<PersonCard, ApiError> {
    http::patch_version(&format!("/people/{id}/profile"), version, profile).await
}

/// What the matching aid suggests for a branch.
///
/// # Errors
/// Any [`ApiError`].
pub async fn matching(branch: BranchId, weights: Weights) -> Result<Matching, ApiError> {
    let Weights { sector, language, hours, travel } = weights;
    http::get(&format!(
        "/branches/{branch}/matching?sector={sector}&language={language}&hours={hours}&travel={travel}"
    ))
    .await
}
