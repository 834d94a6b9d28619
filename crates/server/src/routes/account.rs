//! What is a person's own: their hours, all their data, and the end (M32, T17).

use crate::{
    app::App,
    clock,
    http::{
        cookies,
        extract::{JsonBody, SignedIn, line},
        problem::ApiError,
    },
    pages,
    routes::{devices, digest, session::FORGET},
    store::library::Cards,
    upkeep,
};
use axum::{
    Json,
    extract::State,
    http::{StatusCode, header::SET_COOKIE},
    response::{AppendHeaders, IntoResponse, Response},
};
use board::{
    actor::Role,
    protocol::{
        account::{EndAccount, VolunteerHour},
        duos::NAME_MAX,
        my_data::MyData,
        problem::{FieldRule, Problem, ProblemCode},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};
use words::Lang;

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list_hours))
        .routes(routes!(read_data))
        .routes(routes!(read_data_page))
        .routes(routes!(end_account))
}

/// The meetings that took place in a mentor's duos, past ones too, by day.
#[utoipa::path(get, path = "/account/hours", tag = "account",
    responses(
        (status = 200, description = "One line a meeting", body = Vec<VolunteerHour>),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list_hours(
    State(app): State<Arc<App>>,
    who: SignedIn,
) -> Result<Json<Vec<VolunteerHour>>, ApiError> {
    Ok(Json(app.store.hours_of(who.person).await?))
}

/// Everything that is kept of the person who asks, for programs.
#[utoipa::path(get, path = "/account/data", tag = "account",
    responses(
        (status = 200, description = "Everything", body = MyData),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_data(State(app): State<Arc<App>>, who: SignedIn) -> Result<Json<MyData>, ApiError> {
    gather(&app, &who).await.map(Json)
}

/// The same to read and to print, in the person's language.
#[utoipa::path(get, path = "/account/data.html", tag = "account",
    responses(
        (status = 200, description = "A page", body = String, content_type = "text/html"),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_data_page(State(app): State<Arc<App>>, who: SignedIn) -> Result<Response, ApiError> {
    let data = gather(&app, &who).await?;
    let lang = Lang::from_tag(&who.lang).unwrap_or_default();
    Ok(pages::my_data::page(&app.pages, lang, &data))
}

async fn gather(app: &App, who: &SignedIn) -> Result<MyData, ApiError> {
    let now = clock::now();
    let mut data = app.store.data_of(who.person, now).await?;
    let sessions = app.store.sessions_of(who.person, now).await?;
    data.cards = app.store.cards(Cards::Own, who.person, &who.lang).await?;
    data.devices = sessions.into_iter().map(|row| devices::device(row, who.session)).collect();
    Ok(data)
}

/// Ends the account, for good and at once.
///
/// Of a mentee, every word and every file is erased; duos keep dates and counts without a name.
/// Of a mentor, the name, what was theirs alone and every way in are erased; what they wrote to
/// a mentee stays with the mentee, without a name.
#[utoipa::path(post, path = "/account/end", tag = "account", request_body = EndAccount,
    responses(
        (status = 204, description = "It is over; `Clear-Site-Data` is set"),
        (status = 403, description = "`not_allowed`: staff leave through their association",
            body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: not the person's own name", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn end_account(
    State(app): State<Arc<App>>,
    who: SignedIn,
    JsonBody(end): JsonBody<EndAccount>,
) -> Result<impl IntoResponse, ApiError> {
    if !matches!(who.role, Role::Mentee | Role::Mentor) {
        return Err(ProblemCode::NotAllowed.into());
    }
    let typed = line(&end.name, NAME_MAX).map_err(|rule| ApiError::field("name", rule))?;
    if typed.to_lowercase() != who.name.to_lowercase() {
        return Err(ApiError::field("name", FieldRule::Unknown));
    }
    let mail = app.store.digest(who.person).await?;
    let ended = app.store.end_account(who.person, clock::now()).await?;
    digest::forget(&app, &mail);
    // The account is over whatever happens to its bytes; the next start clears away what is left.
    if let Err(error) = upkeep::settle(&app, &ended).await {
        tracing::warn!(%error, "files of an ended account were not removed");
    }
    tracing::info!(person.id = %who.person, "account ended");
    let set = AppendHeaders([FORGET, (SET_COOKIE, cookies::sign_out())]);
    Ok((StatusCode::NO_CONTENT, set))
}
