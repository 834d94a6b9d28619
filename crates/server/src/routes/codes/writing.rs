//! Writing a card, and following what becomes of it (features.md T07).

use super::{check, one, shown, who::Expert};
use crate::{
    app::App,
    clock,
    http::{
        extract::{AskedFor, JsonBody, PathId},
        language,
        problem::ApiError,
        version::IfMatch,
    },
    ids,
    routes::library::InLang,
    secret,
    store::library::{CardOutcome, Cards},
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use board::{
    id::PersonId,
    protocol::{
        library::{CodeCard, NewCode},
        problem::{Problem, ProblemCode},
    },
    slug::Slug,
};
use std::sync::Arc;
use uuid::Builder;

/// Writes a card; it waits for a coordinator. For mentors and coordinators.
///
/// With an `Idempotency-Key`, the same request sent twice makes one card.
#[utoipa::path(post, path = "/codes", tag = "codes", request_body = NewCode,
    params(("Idempotency-Key" = Option<String>, Header,
        description = "Any text of at most 100 characters, one per card to be")),
    responses(
        (status = 201, description = "The card", body = CodeCard),
        (status = 403, description = "`not_allowed`: a mentee or a funder", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which field and why",
            body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn create_code(
    State(app): State<Arc<App>>,
    Expert(who): Expert,
    headers: HeaderMap,
    JsonBody(new): JsonBody<NewCode>,
) -> Result<(StatusCode, Json<CodeCard>), ApiError> {
    let new = check::card(new)?;
    let id = card_id(&app, who.person, &headers)?;
    let json = serde_json::to_vec(&new)
        .map_err(|_| ApiError::Trouble("a checked card is not JSON".into()))?;
    let (digest, lang) = (secret::hash(json), new.lang.clone());
    match app.store.add_card(&id, who.person, new, digest, clock::now()).await? {
        CardOutcome::Written => {}
        CardOutcome::Reused => {
            let why = "the Idempotency-Key came before with another request";
            return Err(ApiError::Because(ProblemCode::Unusable, why.into()));
        }
    }
    Ok((StatusCode::CREATED, Json(one(&app, &who, id, &lang).await?)))
}

/// The cards that the person wrote, whatever became of them, newest first.
#[utoipa::path(get, path = "/codes/mine", tag = "codes", params(InLang),
    responses(
        (status = 200, description = "The cards", body = Vec<CodeCard>),
        (status = 403, description = "`not_allowed`: a mentee or a funder", body = Problem,
            content_type = "application/problem+json"),
    ))]
pub(super) async fn list_own_codes(
    State(app): State<Arc<App>>,
    Expert(who): Expert,
    AskedFor(asked): AskedFor<InLang>,
) -> Result<Json<Vec<CodeCard>>, ApiError> {
    let lang = language::asked(asked.lang.as_deref());
    let cards = app.store.cards(Cards::Own, who.person, lang.tag()).await?;
    Ok(Json(cards.into_iter().filter_map(|card| shown(card, &who)).collect()))
}

/// Writes a card of one's own again, while it waits or after it was sent back; it waits again.
#[utoipa::path(patch, path = "/codes/{id}", tag = "codes", request_body = NewCode,
    params(
        ("id" = Slug, Path, description = "Which"),
        ("If-Match" = String, Header, description = "The `version` that is changed, in quotes"),
    ),
    responses(
        (status = 200, description = "As it is now", body = CodeCard),
        (status = 404, description = "`not_found`: nor a card of somebody else", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`: it is another version by now, or published",
            body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which field and why",
            body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
pub(super) async fn change_code(
    State(app): State<Arc<App>>,
    Expert(who): Expert,
    PathId(id): PathId<Slug>,
    IfMatch(version): IfMatch,
    JsonBody(new): JsonBody<NewCode>,
) -> Result<Json<CodeCard>, ApiError> {
    let new = check::card(new)?;
    let lang = new.lang.clone();
    app.store.change_card(&id, who.person, version, new, clock::now()).await?;
    Ok(Json(one(&app, &who, id, &lang).await?))
}

/// A name for a new card, which tells nothing about its author. The same one for a request that
/// comes again.
fn card_id(app: &App, person: PersonId, headers: &HeaderMap) -> Result<Slug, ApiError> {
    let bytes = match headers.get("idempotency-key") {
        None => ids::random(),
        Some(key) if (1..=100).contains(&key.len()) => {
            let seed = app.keys.request_seed(person.0.as_bytes(), &secret::hash(key.as_bytes()));
            // Hashed once more: secrets of invitations are drawn from such seeds.
            let hash = secret::hash([b"card", &seed[..]].concat());
            *hash.first_chunk::<16>().expect("a hash has 32 bytes")
        }
        Some(_) => {
            let why = "Idempotency-Key has 1 to 100 characters";
            return Err(ApiError::Because(ProblemCode::Unusable, why.into()));
        }
    };
    let id = Builder::from_random_bytes(bytes).into_uuid().to_string();
    Slug::try_from(id).map_err(|_| ApiError::Trouble("an id is no short name".into()))
}
