//! What becomes of a card: what others say of it (features.md T08), and what a coordinator decides
//! (K18).

use super::{check, one, shown, who::Expert};
use crate::{
    app::App,
    clock,
    http::{
        extract::{AskedFor, JsonBody, PathId, Staff},
        language,
        problem::ApiError,
        version::IfMatch,
    },
    routes::library::InLang,
    store::library::{Cards, Decided},
};
use axum::{Json, extract::State};
use board::{
    protocol::{
        library::{CodeCard, CodeDecision, CodeVersion, NewVerdict},
        problem::{FieldProblem, FieldRule, Problem, ProblemCode},
    },
    slug::Slug,
};
use std::sync::Arc;

/// Says whether a published card is still true. For mentors and coordinators, not for its author.
#[utoipa::path(post, path = "/codes/{id}/verdict", tag = "codes", request_body = NewVerdict,
    params(("id" = Slug, Path, description = "Which"), InLang),
    responses(
        (status = 200, description = "The card with what people say", body = CodeCard),
        (status = 403, description = "`not_allowed`: a mentee, a funder, or its author",
            body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which field and why",
            body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn judge_code(
    State(app): State<Arc<App>>,
    Expert(who): Expert,
    PathId(id): PathId<Slug>,
    AskedFor(asked): AskedFor<InLang>,
    JsonBody(new): JsonBody<NewVerdict>,
) -> Result<Json<CodeCard>, ApiError> {
    let lang = language::asked(asked.lang.as_deref()).tag();
    let mut unknown = Vec::new();
    if new.verdict.as_ref().is_some_and(|verdict| !verdict.is_known()) {
        unknown.push("verdict");
    }
    if !new.region.is_known() {
        unknown.push("region");
    }
    if !unknown.is_empty() {
        let problem = |field: &str| FieldProblem { field: field.into(), rule: FieldRule::Unknown };
        return Err(ApiError::Fields(unknown.into_iter().map(problem).collect()));
    }
    if one(&app, &who, id.clone(), lang).await?.own {
        return Err(ProblemCode::NotAllowed.into());
    }
    app.store.set_verdict(&id, who.person, new).await?;
    Ok(Json(one(&app, &who, id, lang).await?))
}

/// The cards that wait for a coordinator, oldest first.
#[utoipa::path(get, path = "/codes/waiting", tag = "codes", params(InLang),
    responses(
        (status = 200, description = "The cards", body = Vec<CodeCard>),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
pub(super) async fn list_waiting_codes(
    State(app): State<Arc<App>>,
    staff: Staff,
    AskedFor(asked): AskedFor<InLang>,
) -> Result<Json<Vec<CodeCard>>, ApiError> {
    let lang = language::asked(asked.lang.as_deref());
    let cards = app.store.cards(Cards::Waiting, staff.who.person, lang.tag()).await?;
    Ok(Json(cards.into_iter().filter_map(|card| shown(card, &staff.who)).collect()))
}

/// The cards that were taken out, the last one first: any of them can be published again. For
/// coordinators.
#[utoipa::path(get, path = "/codes/retired", tag = "codes", params(InLang),
    responses(
        (status = 200, description = "The cards", body = Vec<CodeCard>),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
pub(super) async fn list_retired_codes(
    State(app): State<Arc<App>>,
    staff: Staff,
    AskedFor(asked): AskedFor<InLang>,
) -> Result<Json<Vec<CodeCard>>, ApiError> {
    let lang = language::asked(asked.lang.as_deref());
    let cards = app.store.cards(Cards::Retired, staff.who.person, lang.tag()).await?;
    Ok(Json(cards.into_iter().filter_map(|card| shown(card, &staff.who)).collect()))
}

/// Publishes a card as it is written here, sends it back with a word, or takes it out.
///
/// The words of the card's other languages stay; writing in a language it does not have yet adds
/// one. Every version is kept.
#[utoipa::path(post, path = "/codes/{id}/decision", tag = "codes", request_body = CodeDecision,
    params(
        ("id" = Slug, Path, description = "Which"),
        ("If-Match" = String, Header, description = "The `version` that is decided, in quotes"),
    ),
    responses(
        (status = 200, description = "As it is now", body = CodeCard),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`: it is another version by now", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which field and why; a card \
            without an author cannot be sent back",
            body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
pub(super) async fn decide_code(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(id): PathId<Slug>,
    IfMatch(version): IfMatch,
    JsonBody(decision): JsonBody<CodeDecision>,
) -> Result<Json<CodeCard>, ApiError> {
    let (who, decision) = (staff.who, check::decision(decision)?);
    let (lang, state) = (decision.card.lang.clone(), decision.state.clone());
    let decided = app.store.decide_card(&id, who.person, version, decision, clock::now()).await?;
    if decided == Decided::NoAuthor {
        return Err(ApiError::field("state", FieldRule::Unknown));
    }
    tracing::info!(code = %id, person.id = %who.person, state = state.as_str(), "code decided");
    Ok(Json(one(&app, &who, id, &lang).await?))
}

/// Every version of a card, newest first: when, what, and which coordinator.
#[utoipa::path(get, path = "/codes/{id}/history", tag = "codes",
    params(("id" = Slug, Path, description = "Which")),
    responses(
        (status = 200, description = "The versions", body = Vec<CodeVersion>),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
    ))]
pub(super) async fn read_code_history(
    State(app): State<Arc<App>>,
    _: Staff,
    PathId(id): PathId<Slug>,
) -> Result<Json<Vec<CodeVersion>>, ApiError> {
    let versions = app.store.card_history(&id).await?;
    if versions.is_empty() { Err(ProblemCode::NotFound.into()) } else { Ok(Json(versions)) }
}
