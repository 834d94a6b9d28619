//! Who may do what with the library, beyond reading it.

use crate::{
    app::App,
    http::{extract::SignedIn, problem::ApiError},
};
use axum::{extract::FromRequestParts, http::request::Parts};
use board::{actor::Role, protocol::problem::ProblemCode};
use std::sync::Arc;

/// Somebody who may write and judge cards: mentors and coordinators.
pub(super) struct Expert(pub(super) SignedIn);

impl FromRequestParts<Arc<App>> for Expert {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, ApiError> {
        let who = SignedIn::from_request_parts(parts, app).await?;
        let may = who.role == Role::Mentor || who.role.is_staff();
        if may { Ok(Self(who)) } else { Err(ProblemCode::NotAllowed.into()) }
    }
}

/// A mentee, of whom nothing more is known: who asks the library a question leaves no name.
pub(super) struct SomeMentee;

impl FromRequestParts<Arc<App>> for SomeMentee {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, ApiError> {
        let who = SignedIn::from_request_parts(parts, app).await?;
        if who.role == Role::Mentee { Ok(Self) } else { Err(ProblemCode::NotAllowed.into()) }
    }
}
