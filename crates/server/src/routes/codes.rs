//! Sector codes: the unwritten rules of trades, written by those who know them.
//!
//! Published cards are for everyone who is signed in. A card on its way into the library is seen
//! by its author and by coordinators, and nobody learns who wrote it against their wish.

mod check;
mod moderation;
mod questions;
mod who;
mod writing;

use super::library::{InLang, typed};
use crate::{
    app::App,
    http::{
        cached,
        extract::{AskedFor, PathId, SignedIn},
        language,
        problem::ApiError,
    },
    store::library::Cards,
};
use axum::{extract::State, http::HeaderMap, response::Response};
use board::{
    protocol::{
        library::{CardState, CodeCard},
        problem::{Problem, ProblemCode},
    },
    slug::Slug,
};
use content::Field;
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list_codes, writing::create_code))
        .routes(routes!(search_codes))
        .routes(routes!(writing::list_own_codes))
        .routes(routes!(moderation::list_waiting_codes))
        .routes(routes!(moderation::list_retired_codes))
        .routes(routes!(questions::list_code_questions, questions::ask_library))
        .routes(routes!(questions::remove_code_question))
        .routes(routes!(read_code, writing::change_code))
        .routes(routes!(moderation::judge_code))
        .routes(routes!(moderation::decide_code))
        .routes(routes!(moderation::read_code_history))
}

/// Most cards found by a search.
const FOUND_MAX: usize = 30;

/// Which cards, in which language.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct OfSector {
    /// Language tag; French for any that we do not have.
    lang: Option<String>,
    /// The sector, with the cards that hold everywhere; every sector without it.
    sector: Option<Slug>,
}

/// What somebody looks for, and in which language.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Search {
    /// Language tag; French for any that we do not have.
    lang: Option<String>,
    /// What somebody typed. Forgives accents and typos.
    q: String,
    /// The sector, with the cards that hold everywhere; every sector without it.
    sector: Option<Slug>,
}

/// The published cards of a sector and those that hold everywhere. A card that does not exist in
/// the language asked for comes in the one it has.
#[utoipa::path(get, path = "/codes", tag = "codes", params(OfSector),
    responses(
        (status = 200, description = "The cards", body = Vec<CodeCard>),
        (status = 304, description = "The sender has them (`If-None-Match`)"),
        (status = 422, description = "`unusable`: no such sector", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list_codes(
    State(app): State<Arc<App>>,
    who: SignedIn,
    AskedFor(asked): AskedFor<OfSector>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let cards = published(&app, &who, asked.sector, asked.lang.as_deref()).await?;
    cached::json(&headers, &cards)
}

/// The published cards that fit what somebody typed, the best first.
#[utoipa::path(get, path = "/codes/search", tag = "codes", params(Search),
    responses(
        (status = 200, description = "The cards", body = Vec<CodeCard>),
        (status = 304, description = "The sender has them (`If-None-Match`)"),
        (status = 422, description = "`unusable`: `q` is too long, or no such sector",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn search_codes(
    State(app): State<Arc<App>>,
    who: SignedIn,
    AskedFor(asked): AskedFor<Search>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let query = typed(&asked.q)?;
    let cards = published(&app, &who, asked.sector, asked.lang.as_deref()).await?;
    cached::json(&headers, &content::search(query, &cards, FOUND_MAX, fields))
}

/// One card.
#[utoipa::path(get, path = "/codes/{id}", tag = "codes",
    params(("id" = Slug, Path, description = "Which"), InLang),
    responses(
        (status = 200, description = "The card", body = CodeCard),
        (status = 304, description = "The sender has it (`If-None-Match`)"),
        (status = 404, description = "`not_found`: nor one that is not published, but for its \
            author and coordinators", body = Problem, content_type = "application/problem+json"),
    ))]
async fn read_code(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId(id): PathId<Slug>,
    AskedFor(asked): AskedFor<InLang>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let lang = language::asked(asked.lang.as_deref());
    cached::json(&headers, &one(&app, &who, id, lang.tag()).await?)
}

/// The library as a reader sees it.
async fn published(
    app: &App,
    who: &SignedIn,
    sector: Option<Slug>,
    lang: Option<&str>,
) -> Result<Vec<CodeCard>, ApiError> {
    check::asked_sector(sector.as_ref())?;
    let lang = language::asked(lang).tag();
    let cards = app.store.cards(Cards::Published(sector), who.person, lang).await?;
    Ok(cards.into_iter().filter_map(|card| shown(card, who)).collect())
}

/// One card, when this person may read it.
async fn one(app: &App, who: &SignedIn, id: Slug, lang: &str) -> Result<CodeCard, ApiError> {
    let found = app.store.cards(Cards::One(id), who.person, lang).await?;
    let card = found.into_iter().find_map(|card| shown(card, who));
    card.ok_or(ApiError::Plain(ProblemCode::NotFound))
}

/// The card as somebody may see it, if they may.
fn shown(mut card: CodeCard, who: &SignedIn) -> Option<CodeCard> {
    let is_concerned = card.own || who.role.is_staff();
    if !is_concerned {
        // A word between coordinator and author.
        card.reply.clear();
    }
    (is_concerned || card.state == CardState::Published).then_some(card)
}

fn fields(card: &CodeCard) -> Vec<Field<'_>> {
    let mut fields = vec![Field::Name(&card.situation)];
    let body = [&card.happens, &card.expected, &card.wrong, &card.say];
    fields.extend(body.map(|text| Field::Body(text)));
    fields
}
