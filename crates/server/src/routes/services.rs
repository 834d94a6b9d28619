//! The directory of services: where a mentee can be referred to (features.md T09, K19).

mod check;

use super::library::{InLang, typed};
use crate::{
    app::App,
    clock,
    http::{
        cached,
        extract::{AskedFor, JsonBody, PathId, SignedIn, Staff},
        language,
        problem::ApiError,
        version::IfMatch,
    },
    ids, local,
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use board::{
    office::duty::{Duty, may},
    protocol::{
        library::{NewService, Region, RetireService, ServiceInfo},
        problem::{FieldRule, Problem, ProblemCode},
    },
    slug::Slug,
};
use content::Field;
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list_services, create_service))
        .routes(routes!(read_service, change_service))
        .routes(routes!(verify_service))
        .routes(routes!(retire_service))
}

/// Which services, in which language.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Search {
    /// Language tag; French for any that we do not have.
    lang: Option<String>,
    /// Only those that work there.
    region: Option<Region>,
    /// What somebody typed; everything when it is empty. Forgives accents and typos.
    #[serde(default)]
    #[param(required = false)]
    q: String,
    /// Those too that were taken out. For coordinators.
    #[serde(default)]
    #[param(required = false)]
    retired: bool,
}

/// The services of a region, or those that fit what somebody typed, the best first.
#[utoipa::path(get, path = "/services", tag = "services", params(Search),
    responses(
        (status = 200, description = "The services", body = Vec<ServiceInfo>),
        (status = 304, description = "The sender has them (`If-None-Match`)"),
        (status = 403, description = "`not_allowed`: what was taken out is for coordinators",
            body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: no such region, or `q` is too long",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn list_services(
    State(app): State<Arc<App>>,
    who: SignedIn,
    AskedFor(asked): AskedFor<Search>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let query = typed(&asked.q)?;
    if asked.retired && !may(&who.role, Duty::LookAfter) {
        return Err(ProblemCode::NotAllowed.into());
    }
    if asked.region.as_ref().is_some_and(|region| !region.is_known()) {
        return Err(ApiError::field("region", FieldRule::Unknown));
    }
    let lang = language::asked(asked.lang.as_deref());
    let mut services = app.store.services(lang.tag()).await?;
    services.retain(|service| asked.retired || !service.retired);
    if let Some(region) = &asked.region {
        services.retain(|service| service.regions.contains(region));
    }
    cached::json(&headers, &content::search(query, &services, usize::MAX, fields))
}

fn fields(service: &ServiceInfo) -> Vec<Field<'_>> {
    vec![Field::Name(&service.name), Field::Body(&service.does), Field::Body(&service.who)]
}

/// One service.
#[utoipa::path(get, path = "/services/{id}", tag = "services",
    params(("id" = Slug, Path, description = "Which"), InLang),
    responses(
        (status = 200, description = "The service", body = ServiceInfo),
        (status = 304, description = "The sender has it (`If-None-Match`)"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_service(
    State(app): State<Arc<App>>,
    _: SignedIn,
    PathId(id): PathId<Slug>,
    AskedFor(asked): AskedFor<InLang>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let lang = language::asked(asked.lang.as_deref());
    cached::json(&headers, &app.store.service(&id, lang.tag()).await?)
}

/// Adds a service to the directory. For coordinators.
#[utoipa::path(post, path = "/services", tag = "services", request_body = NewService,
    responses(
        (status = 201, description = "The service", body = ServiceInfo),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which field and why",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn create_service(
    State(app): State<Arc<App>>,
    _: Staff,
    JsonBody(new): JsonBody<NewService>,
) -> Result<(StatusCode, Json<ServiceInfo>), ApiError> {
    let now = clock::now();
    let id = Slug::try_from(ids::new_id(now).to_string())
        .map_err(|_| ApiError::Trouble("an id is no short name".into()))?;
    let lang = new.lang.clone();
    let service = check::service(id.clone(), new, now)?;
    app.store.add_service(service, now).await?;
    Ok((StatusCode::CREATED, Json(app.store.service(&id, &lang).await?)))
}

/// Writes a service again, in one language; its words in other languages stay. For coordinators.
/// From then on a new version of the product leaves it alone.
#[utoipa::path(patch, path = "/services/{id}", tag = "services", request_body = NewService,
    params(
        ("id" = Slug, Path, description = "Which"),
        ("If-Match" = String, Header, description = "The `version` that is changed, in quotes"),
    ),
    responses(
        (status = 200, description = "As it is now", body = ServiceInfo),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`: it is another version by now", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which field and why",
            body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn change_service(
    State(app): State<Arc<App>>,
    _: Staff,
    PathId(id): PathId<Slug>,
    IfMatch(version): IfMatch,
    JsonBody(new): JsonBody<NewService>,
) -> Result<Json<ServiceInfo>, ApiError> {
    let (now, lang) = (clock::now(), new.lang.clone());
    let service = check::service(id.clone(), new, now)?;
    app.store.change_service(service, version, now).await?;
    Ok(Json(app.store.service(&id, &lang).await?))
}

/// Notes that somebody looked today, and that all of a service is true. For coordinators.
#[utoipa::path(post, path = "/services/{id}/verified", tag = "services",
    params(
        ("id" = Slug, Path, description = "Which"),
        InLang,
        ("If-Match" = String, Header, description = "The `version` that was read, in quotes"),
    ),
    responses(
        (status = 200, description = "As it is now", body = ServiceInfo),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`: it is another version by now", body = Problem,
            content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn verify_service(
    State(app): State<Arc<App>>,
    _: Staff,
    PathId(id): PathId<Slug>,
    AskedFor(asked): AskedFor<InLang>,
    IfMatch(version): IfMatch,
) -> Result<Json<ServiceInfo>, ApiError> {
    let now = clock::now();
    app.store.verify_service(&id, version, local::day(now), now).await?;
    let lang = language::asked(asked.lang.as_deref());
    Ok(Json(app.store.service(&id, lang.tag()).await?))
}

/// Takes a service out of the directory, or puts it back. Referrals that name it stay. For
/// coordinators.
#[utoipa::path(post, path = "/services/{id}/retired", tag = "services",
    request_body = RetireService,
    params(
        ("id" = Slug, Path, description = "Which"),
        InLang,
        ("If-Match" = String, Header, description = "The `version` that was read, in quotes"),
    ),
    responses(
        (status = 200, description = "As it is now", body = ServiceInfo),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`: it is another version by now", body = Problem,
            content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn retire_service(
    State(app): State<Arc<App>>,
    _: Staff,
    PathId(id): PathId<Slug>,
    AskedFor(asked): AskedFor<InLang>,
    IfMatch(version): IfMatch,
    JsonBody(change): JsonBody<RetireService>,
) -> Result<Json<ServiceInfo>, ApiError> {
    app.store.retire_service(&id, version, change.retired, clock::now()).await?;
    let lang = language::asked(asked.lang.as_deref());
    Ok(Json(app.store.service(&id, lang.tag()).await?))
}
