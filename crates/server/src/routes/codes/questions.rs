//! Questions that mentees offer to the library without a name (features.md M23).
//!
//! Nothing here may lead to whoever asked: no person, no moment, nothing in a log, and no key of a
//! request. The same words again are the same question instead.

use super::{
    check,
    who::{Expert, SomeMentee},
};
use crate::{
    app::App,
    clock,
    http::{
        extract::{AskedFor, JsonBody, PathId, Staff},
        problem::ApiError,
    },
    secret,
    store::library::Cards,
};
use axum::{Json, extract::State, http::StatusCode};
use board::{
    id::PersonId,
    protocol::{
        library::{CardState, CodeQuestion, NewCodeQuestion},
        problem::{FieldRule, Problem},
    },
    slug::Slug,
};
use chrono::{DateTime, NaiveDate};
use std::{fmt::Write as _, sync::Arc};
use uuid::Uuid;

/// Of which sector.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct OfSector {
    /// The sector; every sector without it.
    sector: Option<Slug>,
}

/// Asks the library a question. For mentees; nobody can tell which one.
#[utoipa::path(post, path = "/codes/questions", tag = "codes", request_body = NewCodeQuestion,
    responses(
        (status = 204, description = "Kept, without a name and without a moment but the day"),
        (status = 403, description = "`not_allowed`: no mentee", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which field and why",
            body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn ask_library(
    State(app): State<Arc<App>>,
    _: SomeMentee,
    JsonBody(new): JsonBody<NewCodeQuestion>,
) -> Result<StatusCode, ApiError> {
    let new = check::question(new)?;
    if let Some(code) = &new.code {
        let nobody = PersonId(Uuid::nil());
        let found = app.store.cards(Cards::One(code.clone()), nobody, &new.lang).await?;
        if !found.iter().any(|card| card.state == CardState::Published) {
            return Err(ApiError::field("code", FieldRule::Unknown));
        }
    }
    app.store.add_question(&question_id(&new)?, new, today()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Questions of mentees that wait for a card, newest first. For mentors and coordinators.
#[utoipa::path(get, path = "/codes/questions", tag = "codes", params(OfSector),
    responses(
        (status = 200, description = "The questions; 200 at most", body = Vec<CodeQuestion>),
        (status = 403, description = "`not_allowed`: a mentee or a funder", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: no such sector", body = Problem,
            content_type = "application/problem+json"),
    ))]
pub(super) async fn list_code_questions(
    State(app): State<Arc<App>>,
    _: Expert,
    AskedFor(asked): AskedFor<OfSector>,
) -> Result<Json<Vec<CodeQuestion>>, ApiError> {
    check::asked_sector(asked.sector.as_ref())?;
    Ok(Json(app.store.questions(asked.sector.as_ref()).await?))
}

/// Takes a question out: a card answers it, or it says who somebody is. For coordinators.
#[utoipa::path(delete, path = "/codes/questions/{id}", tag = "codes",
    params(("id" = Slug, Path, description = "Which")),
    responses(
        (status = 204, description = "Gone"),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
    ))]
pub(super) async fn remove_code_question(
    State(app): State<Arc<App>>,
    _: Staff,
    PathId(id): PathId<Slug>,
) -> Result<StatusCode, ApiError> {
    app.store.remove_question(&id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A name that follows from the words alone.
fn question_id(question: &NewCodeQuestion) -> Result<Slug, ApiError> {
    let unusual = || ApiError::Trouble("a checked question has no id".into());
    let json = serde_json::to_vec(question).map_err(|_| unusual())?;
    let mut id = String::new();
    for byte in &secret::hash(json)[..16] {
        write!(id, "{byte:02x}").map_err(|_| unusual())?;
    }
    Slug::try_from(id).map_err(|_| unusual())
}

fn today() -> NaiveDate {
    DateTime::from_timestamp_millis(clock::now().0).unwrap_or_default().date_naive()
}
