//! What people pick from: the catalogue of steps, sectors and occupations.

use crate::{
    app::App,
    http::{
        cached,
        extract::{AskedFor, SignedIn},
        language,
        problem::ApiError,
    },
    library,
};
use axum::{extract::State, http::HeaderMap, response::Response};
use board::{
    protocol::{
        library::{CatalogueStep, OccupationInfo, SectorInfo, Shortage},
        problem::{FieldRule, Problem},
    },
    text::LINE_MAX,
};
use content::{Occupation, Sector, Step};
use std::{collections::HashMap, sync::Arc};
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list_steps))
        .routes(routes!(list_sectors))
        .routes(routes!(list_occupations))
}

/// Most occupations found by a search.
const FOUND_MAX: usize = 30;

/// In which language.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct InLang {
    /// Language tag; French for any that we do not have.
    pub(super) lang: Option<String>,
}

/// In which language, and what somebody typed.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Search {
    /// Language tag; French for any that we do not have.
    lang: Option<String>,
    /// What somebody typed; everything when it is empty. Forgives accents and typos.
    #[serde(default)]
    #[param(required = false)]
    q: String,
}

/// What somebody typed into a search, when it can be looked for.
pub(super) fn typed(q: &str) -> Result<&str, ApiError> {
    let fits = q.chars().count() <= LINE_MAX;
    if fits { Ok(q.trim()) } else { Err(ApiError::field("q", FieldRule::TooLong)) }
}

/// The catalogue of steps, by theme.
#[utoipa::path(get, path = "/library/steps", tag = "library", params(InLang),
    responses(
        (status = 200, description = "The steps", body = Vec<CatalogueStep>),
        (status = 304, description = "The sender has them (`If-None-Match`)"),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list_steps(
    _: SignedIn,
    AskedFor(asked): AskedFor<InLang>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let lang = language::asked(asked.lang.as_deref()).tag();
    let step = |step: &Step| CatalogueStep {
        id: step.id.clone(),
        theme: step.theme.clone(),
        title: step.title.in_lang(lang).clone(),
        why: step.why.as_ref().map(|why| why.in_lang(lang).clone()).unwrap_or_default(),
        regions: step.regions.iter().copied().map(library::region).collect(),
    };
    cached::json(&headers, &content::steps().iter().map(step).collect::<Vec<_>>())
}

/// Sectors under their everyday names, with the official codes behind them and the number of
/// published cards.
#[utoipa::path(get, path = "/library/sectors", tag = "library", params(InLang),
    responses(
        (status = 200, description = "The sectors", body = Vec<SectorInfo>),
        (status = 304, description = "The sender has them (`If-None-Match`)"),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list_sectors(
    State(app): State<Arc<App>>,
    _: SignedIn,
    AskedFor(asked): AskedFor<InLang>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let lang = language::asked(asked.lang.as_deref()).tag();
    let counts: HashMap<String, u32> = app.store.card_counts().await?;
    let sector = |sector: &Sector| SectorInfo {
        id: sector.id.clone(),
        name: sector.name.in_lang(lang).clone(),
        nace: [&sector.nace_sections[..], &sector.nace_divisions[..]].concat(),
        cards: counts.get(sector.id.as_str()).copied().unwrap_or_default(),
    };
    cached::json(&headers, &content::sectors().iter().map(sector).collect::<Vec<_>>())
}

/// Occupations under their everyday names: those that fit what somebody typed, the best first;
/// all of them when nothing was typed.
#[utoipa::path(get, path = "/library/occupations", tag = "library", params(Search),
    responses(
        (status = 200, description = "The occupations", body = Vec<OccupationInfo>),
        (status = 304, description = "The sender has them (`If-None-Match`)"),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `q` is too long", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list_occupations(
    _: SignedIn,
    AskedFor(asked): AskedFor<Search>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let lang = language::asked(asked.lang.as_deref()).tag();
    let found = match typed(&asked.q)? {
        "" => content::occupations().iter().collect(),
        query => content::find_occupations(query, lang, FOUND_MAX),
    };
    let found = found.into_iter().map(|occupation| occupation_in(occupation, lang));
    cached::json(&headers, &found.collect::<Vec<_>>())
}

fn occupation_in(occupation: &Occupation, lang: &str) -> OccupationInfo {
    let shortages = content::shortages_of(occupation.id.as_str()).into_iter();
    OccupationInfo {
        id: occupation.id.clone(),
        name: occupation.name.in_lang(lang).clone(),
        sector: occupation.sector.clone(),
        isco: occupation.isco.clone(),
        shortage: shortages
            .map(|list| Shortage {
                region: library::region(list.region),
                year: list.year,
                source: list.source.clone(),
            })
            .collect(),
    }
}
