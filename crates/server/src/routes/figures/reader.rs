//! Who may read figures, and of which branches.

use crate::{
    app::App,
    http::{extract::SignedIn, problem::ApiError},
};
use axum::{extract::FromRequestParts, http::request::Parts};
use board::{
    actor::Role,
    id::BranchId,
    office::duty::{Duty, may},
    protocol::{figures::BranchName, problem::ProblemCode},
};
use std::sync::Arc;

/// Somebody who may read figures.
pub(super) struct FigureReader {
    /// Who.
    pub(super) who: SignedIn,
    /// The branches they may ask for, by name.
    pub(super) branches: Vec<BranchName>,
    /// Whether these are all there are.
    pub(super) whole: bool,
}

impl FromRequestParts<Arc<App>> for FigureReader {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, ApiError> {
        let who = SignedIn::from_request_parts(parts, app).await?;
        if !may(&who.role, Duty::ReadFigures) {
            return Err(ProblemCode::NotAllowed.into());
        }
        let mut branches = app.store.branch_names().await?;
        let whole = matches!(who.role, Role::Funder | Role::OrganisationAdmin);
        if !whole {
            let own = app.store.branches_of(who.person).await?;
            branches.retain(|branch| own.iter().any(|it| it.id == branch.id));
        }
        Ok(Self { who, branches, whole })
    }
}

impl FigureReader {
    /// Whether nobody may be recognised in what they read. Everyone else looks after these duos one
    /// by one.
    pub(super) fn is_veiled(&self) -> bool {
        !may(&self.who.role, Duty::LookAfter)
    }

    /// The branch, when they may ask for it.
    pub(super) fn branch(&self, wanted: BranchId) -> Result<&BranchName, ApiError> {
        let found = self.branches.iter().find(|branch| branch.id == wanted);
        found.ok_or_else(|| ProblemCode::NotFound.into())
    }

    /// Goes on only for those who look after duos.
    pub(super) fn must_look_after(&self) -> Result<(), ApiError> {
        if self.is_veiled() { Err(ProblemCode::NotAllowed.into()) } else { Ok(()) }
    }

    /// Goes on only for those whose role does that.
    pub(super) fn must(&self, duty: Duty) -> Result<(), ApiError> {
        if may(&self.who.role, duty) { Ok(()) } else { Err(ProblemCode::NotAllowed.into()) }
    }
}
