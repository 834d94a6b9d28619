//! The letter of the week (T11): where it goes, and whether it does. For mentors, and for those
//! who look after duos.

use crate::{
    app::App,
    clock,
    http::{
        extract::{JsonBody, SignedIn},
        problem::ApiError,
    },
    store::StoreError,
};
use axum::{Json, extract::State};
use board::{
    actor::Role,
    mail_address::parse_address,
    office::duty::{Duty, may},
    protocol::{
        account::{ChangeDigest, Digest},
        problem::{FieldRule, Problem, ProblemCode},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(read_digest, change_digest))
}

/// The person's address for the letter of the week, and whether it goes out.
#[utoipa::path(get, path = "/account/digest", tag = "account",
    responses(
        (status = 200, description = "As it is", body = Digest),
        (status = 403, description = "`not_allowed`: no letter is for this person", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_digest(State(app): State<Arc<App>>, who: SignedIn) -> Result<Json<Digest>, ApiError> {
    may_have_one(&who)?;
    Ok(Json(app.store.digest(who.person).await?))
}

/// Changes either. An empty address erases it, and the letters to it that lie in the mailbox
/// folder; without an address there is no letter.
#[utoipa::path(patch, path = "/account/digest", tag = "account", request_body = ChangeDigest,
    responses(
        (status = 200, description = "As it is now", body = Digest),
        (status = 403, description = "`not_allowed`: no letter is for this person", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: no address", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn change_digest(
    State(app): State<Arc<App>>,
    who: SignedIn,
    JsonBody(mut change): JsonBody<ChangeDigest>,
) -> Result<Json<Digest>, ApiError> {
    may_have_one(&who)?;
    if let Some(typed) = change.address.as_mut().filter(|typed| !typed.is_empty()) {
        let unusable = || ApiError::field("address", FieldRule::Unknown);
        *typed = parse_address(typed).ok_or_else(unusable)?;
    }
    let before = app.store.digest(who.person).await?;
    let after = app.store.change_digest(who.person, change, clock::now()).await;
    let after = after.map_err(|error| match error {
        StoreError::Conflict => ApiError::field("address", FieldRule::Empty),
        error => error.into(),
    })?;
    if before.address != after.address {
        forget(&app, &before);
    }
    Ok(Json(after))
}

/// Takes the letters to an address that is kept no longer out of the mailbox folder.
pub(super) fn forget(app: &App, digest: &Digest) {
    let Some(address) = &digest.address else { return };
    if let Err(error) = app.mailer.forget(address) {
        tracing::warn!(kind = %error.kind(), "letters of the mailbox folder were not removed");
    }
}

fn may_have_one(who: &SignedIn) -> Result<(), ApiError> {
    if who.role == Role::Mentor || may(&who.role, Duty::LookAfter) {
        Ok(())
    } else {
        Err(ProblemCode::NotAllowed.into())
    }
}
