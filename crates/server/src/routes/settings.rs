//! What holds for the whole association (features.md A16, K11, K21), and how long a person's own
//! name stays.

use crate::{
    app::App,
    clock,
    http::{
        extract::{JsonBody, SignedIn, Staff},
        problem::ApiError,
        version::IfMatch,
    },
    local,
};
use axum::{Json, extract::State};
use board::{
    actor::Role,
    office::{duty::Duty, setting::Settings},
    protocol::{
        problem::{FieldProblem, FieldRule, Problem, ProblemCode},
        settings::{Retention, SettingsInfo},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(read_settings, change_settings))
        .routes(routes!(read_retention))
        .routes(routes!(keep_known))
}

/// The settings.
#[utoipa::path(get, path = "/settings", tag = "organisation",
    responses(
        (status = 200, description = "As they are", body = SettingsInfo),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_settings(
    State(app): State<Arc<App>>,
    staff: Staff,
) -> Result<Json<SettingsInfo>, ApiError> {
    staff.must(Duty::LookAfter)?;
    let (settings, version) = app.store.settings().await?;
    Ok(Json(SettingsInfo { settings, version }))
}

/// Changes them. What is reckoned from them follows at once; nobody's name goes without thirty
/// days of notice.
#[utoipa::path(put, path = "/settings", tag = "organisation", request_body = Settings,
    params(("If-Match" = String, Header, description = "The `version` that is changed, in quotes")),
    responses(
        (status = 200, description = "As they are now", body = SettingsInfo),
        (status = 403, description = "`not_allowed`: for who manages the organisation",
            body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`stale`: somebody changed them in the meantime",
            body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which value is out of its limits",
            body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn change_settings(
    State(app): State<Arc<App>>,
    staff: Staff,
    IfMatch(version): IfMatch,
    JsonBody(to): JsonBody<Settings>,
) -> Result<Json<SettingsInfo>, ApiError> {
    staff.must(Duty::ManageOrganisation)?;
    let faults = to.faults();
    if !faults.is_empty() {
        let problem = |name: &str| FieldProblem { field: name.into(), rule: FieldRule::Unknown };
        return Err(ApiError::Fields(faults.into_iter().map(problem).collect()));
    }
    app.store.change_settings(to, version).await?;
    let (settings, version) = app.store.settings().await?;
    Ok(Json(SettingsInfo { settings, version }))
}

/// How long the name and the words of the person who asks stay after their last duo.
#[utoipa::path(get, path = "/me/retention", tag = "account",
    responses(
        (status = 200, description = "The months, and the day once every duo is over",
            body = Retention),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_retention(
    State(app): State<Arc<App>>,
    who: SignedIn,
) -> Result<Json<Retention>, ApiError> {
    retention(&app, &who).await.map(Json)
}

/// The person wants to stay known, and the plan to stay: for two years from now.
#[utoipa::path(post, path = "/me/retention/keep", tag = "account",
    responses(
        (status = 200, description = "As it is now", body = Retention),
        (status = 403, description = "`not_allowed`: for the two of a duo", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn keep_known(
    State(app): State<Arc<App>>,
    who: SignedIn,
) -> Result<Json<Retention>, ApiError> {
    if !matches!(who.role, Role::Mentee | Role::Mentor) {
        return Err(ProblemCode::NotAllowed.into());
    }
    app.store.keep_known(who.person, clock::now()).await?;
    retention(&app, &who).await.map(Json)
}

async fn retention(app: &App, who: &SignedIn) -> Result<Retention, ApiError> {
    let months = app.store.settings().await?.0.retention_months;
    let past = app.store.past_of(who.person).await?;
    let until = past.map(|past| past.last_day(months));
    let today = local::day(clock::now());
    let notice = past.is_some_and(|past| past.notice_from(months) <= today);
    Ok(Retention { months, until, notice })
}
