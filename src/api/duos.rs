//! What coordinators do: duos and their invitations.

use crate::api::http::{self, ApiError};
use board::{
    id::{BranchId, DuoId, InvitationId, PersonId},
    protocol::{
        boards::PersonName,
        duos::{Duo, DuoCreated, FreshInvitation, NewDuo, NewInvitation},
    },
};

/// The duos of my branches.
///
/// # Errors
/// Any [`ApiError`].
pub async fn list() -> Result<Vec<Duo>, ApiError> {
    http::get("/duos").await
}

/// One duo.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read(duo: DuoId) -> Result<Duo, ApiError> {
    http::get(&format!("/duos/{duo}")).await
}

/// Creates a duo; `key` makes a second tap harmless.
///
/// # Errors
/// Any [`ApiError`].
pub async fn create(key: &str, duo: &NewDuo) -> Result<DuoCreated, ApiError> {
    http::post_once("/duos", key, duo).await
}

/// Those who can look after a duo of a branch.
///
/// # Errors
/// Any [`ApiError`].
pub async fn colleagues(branch: BranchId) -> Result<Vec<PersonName>, ApiError> {
    http::get(&format!("/branches/{branch}/colleagues")).await
}

/// Makes a new invitation for a person.
///
/// # Errors
/// Any [`ApiError`].
pub async fn invite(
    person: PersonId,
    invitation: &NewInvitation,
) -> Result<FreshInvitation, ApiError> {
    http::post(&format!("/people/{person}/invitations"), invitation).await
}

/// "Yes, that was them": the invitation is over and done.
///
/// # Errors
/// Any [`ApiError`].
pub async fn confirm_invitation(invitation: InvitationId) -> Result<(), ApiError> {
    http::post_quiet(&format!("/invitations/{invitation}/confirm"), &()).await
}

/// "That was not them": ends an invitation and the sessions made with it.
///
/// # Errors
/// Any [`ApiError`].
pub async fn end_invitation(invitation: InvitationId) -> Result<(), ApiError> {
    http::post_quiet(&format!("/invitations/{invitation}/end"), &()).await
}
