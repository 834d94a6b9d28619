//! What people agree to, and the answers that are kept only because they did.

use crate::api::http::{self, ApiError};
use board::{
    id::{DuoId, PersonId},
    office::consent::Purpose,
    protocol::{
        consents::{ConsentInfo, ConsentState, SetConsent},
        demographics::{DemographicsInfo, SetDemographics},
    },
};

/// What the person who asks agreed to.
///
/// # Errors
/// Any [`ApiError`].
pub async fn list() -> Result<Vec<ConsentInfo>, ApiError> {
    http::get("/me/consents").await
}

/// Agrees to the text of today, or withdraws; everything as it is then.
///
/// # Errors
/// Any [`ApiError`].
pub async fn set(purpose: Purpose, given: bool) -> Result<Vec<ConsentInfo>, ApiError> {
    let set = SetConsent { given, text_version: purpose.text_version() };
    http::put(&format!("/me/consents/{}", purpose.as_str()), &set).await
}

/// Yes or no of the two of a duo.
///
/// # Errors
/// Any [`ApiError`].
pub async fn of_duo(duo: DuoId) -> Result<Vec<ConsentState>, ApiError> {
    http::get(&format!("/duos/{duo}/consents")).await
}

/// The answers for reports: one's own, or those of a mentee in the care of who asks.
///
/// # Errors
/// Any [`ApiError`].
pub async fn demographics(of: Option<PersonId>) -> Result<DemographicsInfo, ApiError> {
    http::get(&answers_of(of)).await
}

/// Writes them, in the place of a version.
///
/// # Errors
/// Any [`ApiError`].
pub async fn set_demographics(
    of: Option<PersonId>,
    version: u64,
    set: &SetDemographics,
) -> Result<DemographicsInfo, ApiError> {
    http::put_version(&answers_of(of), version, set).await
}

fn answers_of(of: Option<PersonId>) -> String {
    match of {
        Some(person) => format!("/people/{person}/demographics"),
        None => "/me/demographics".to_owned(),
    }
}
