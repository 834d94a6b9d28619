//! Half-typed words of people on a device that others use too, and of whoever works for the
//! association: it keeps none of them, so the server does, for a day and for their writer alone
//! (sign-in.md step 4).

use crate::{
    app::App,
    clock,
    http::{
        extract::{JsonBody, SignedIn},
        problem::ApiError,
    },
    store::StoreError,
};
use axum::{Json, extract::State, http::StatusCode};
use board::protocol::{
    drafts::{DRAFT_NAME_MAX, DRAFT_WORDS_MAX, Draft},
    problem::{FieldRule, Problem, ProblemCode},
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list_drafts, keep_drafts))
}

/// What the person who asks has begun to write on such a device, and nobody else's.
#[utoipa::path(get, path = "/account/drafts", tag = "account",
    responses(
        (status = 200, description = "Those of the last day, by name", body = Vec<Draft>),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list_drafts(
    State(app): State<Arc<App>>,
    who: SignedIn,
) -> Result<Json<Vec<Draft>>, ApiError> {
    Ok(Json(app.store.drafts_of(who.person, clock::now()).await?))
}

/// Keeps words, each in the place of those with the same name, for a day; empty words forget a
/// name. A device that is the person's own keeps them itself.
#[utoipa::path(put, path = "/account/drafts", tag = "account", request_body = Vec<Draft>,
    responses(
        (status = 204, description = "They are kept"),
        (status = 403, description = "`not_allowed`: a device of the person's own",
            body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "`too_large`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: a name, the words, or too many of them",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn keep_drafts(
    State(app): State<Arc<App>>,
    who: SignedIn,
    JsonBody(drafts): JsonBody<Vec<Draft>>,
) -> Result<StatusCode, ApiError> {
    if who.own_device {
        return Err(ProblemCode::NotAllowed.into());
    }
    drafts.iter().try_for_each(check)?;
    let kept = app.store.keep_drafts(who.person, drafts, clock::now()).await;
    kept.map_err(|error| match error {
        StoreError::Conflict => ApiError::field("drafts", FieldRule::TooLong),
        error => error.into(),
    })?;
    Ok(StatusCode::NO_CONTENT)
}

fn check(draft: &Draft) -> Result<(), ApiError> {
    if draft.name.is_empty() {
        return Err(ApiError::field("name", FieldRule::Empty));
    }
    for (field, text, max) in
        [("name", &draft.name, DRAFT_NAME_MAX), ("words", &draft.words, DRAFT_WORDS_MAX)]
    {
        if text.chars().count() > max {
            return Err(ApiError::field(field, FieldRule::TooLong));
        }
    }
    Ok(())
}
