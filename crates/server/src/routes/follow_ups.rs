//! The question three, six and twelve months after (features.md K12): the list, answers heard on
//! the phone, links. What the link opens is in `pages/ask.rs`.

use crate::{
    app::App,
    clock,
    http::{
        extract::{JsonBody, PathId, Staff},
        problem::ApiError,
        version::IfMatch,
    },
    ids, invite, secret,
    store::{StoreError, follow_ups::Question},
};
use axum::{Json, extract::State};
use board::{
    id::DuoId,
    office::{
        duty::Duty,
        follow_up::{FOLLOW_UP_MONTHS, LINK_DAYS},
        look::Looked,
    },
    protocol::{
        follow_ups::{AnswerFollowUp, FollowUpInfo, FollowUpLink, FollowUpList},
        problem::{Problem, ProblemCode},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Most questions that one list holds.
const LIST_MAX: usize = 200;

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list_follow_ups))
        .routes(routes!(read_follow_ups))
        .routes(routes!(answer_follow_up))
        .routes(routes!(try_follow_up))
        .routes(routes!(link_follow_up))
}

/// What is still to be asked in the branches of the person who asks, the longest overdue first.
#[utoipa::path(get, path = "/follow-ups", tag = "outcomes",
    responses(
        (status = 200, description = "The list", body = FollowUpList),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list_follow_ups(
    State(app): State<Arc<App>>,
    staff: Staff,
) -> Result<Json<FollowUpList>, ApiError> {
    staff.must(Duty::LookAfter)?;
    Ok(Json(app.store.follow_up_list(staff.who.person, clock::now(), LIST_MAX).await?))
}

/// The three questions of a duo, with what is known.
#[utoipa::path(get, path = "/duos/{id}/follow-ups", tag = "outcomes",
    params(("id" = DuoId, Path, description = "Which duo")),
    responses(
        (status = 200, description = "The questions", body = Vec<FollowUpInfo>),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_follow_ups(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
) -> Result<Json<Vec<FollowUpInfo>>, ApiError> {
    staff.must(Duty::LookAfter)?;
    let who = staff.who.person;
    let found = app.store.follow_ups(who, duo).await?;
    let mentee = app.store.cared_duo(who, duo).await?.mentee;
    app.store.note_look(who, mentee, Looked::FollowUps, clock::now()).await?;
    Ok(Json(found))
}

/// Notes what the mentee said on the phone, or takes it back.
#[utoipa::path(put, path = "/duos/{id}/follow-ups/{month}", tag = "outcomes",
    request_body = AnswerFollowUp,
    params(
        ("id" = DuoId, Path, description = "Which duo"),
        ("month" = u8, Path, description = "3, 6 or 12"),
        ("If-Match" = String, Header, description = "The `version` that is changed, in quotes"),
    ),
    responses(
        (status = 200, description = "As it is now", body = FollowUpInfo),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "`refused`: the mentee does not want to be asked",
            body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`stale`: another answer came in the meantime",
            body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn answer_follow_up(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(question): PathId<(DuoId, u8)>,
    IfMatch(version): IfMatch,
    JsonBody(AnswerFollowUp { answer }): JsonBody<AnswerFollowUp>,
) -> Result<Json<FollowUpInfo>, ApiError> {
    staff.must(Duty::LookAfter)?;
    let (question, who) = (known(question)?, staff.who.person);
    let noted = app.store.answer_follow_up(who, question, answer, version, clock::now()).await;
    noted.map_err(refused)?;
    one(&app, &staff, question).await
}

/// Nobody was reached this time.
#[utoipa::path(post, path = "/duos/{id}/follow-ups/{month}/tries", tag = "outcomes",
    params(
        ("id" = DuoId, Path, description = "Which duo"),
        ("month" = u8, Path, description = "3, 6 or 12"),
    ),
    responses(
        (status = 200, description = "As it is now", body = FollowUpInfo),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "`refused`: the mentee does not want to be asked",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn try_follow_up(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(question): PathId<(DuoId, u8)>,
) -> Result<Json<FollowUpInfo>, ApiError> {
    staff.must(Duty::LookAfter)?;
    let question = known(question)?;
    let noted = app.store.try_follow_up(staff.who.person, question, clock::now()).await;
    noted.map_err(refused)?;
    one(&app, &staff, question).await
}

/// Makes a link to the question, to hand over. It opens nothing but this one question, for
/// thirty days; the one before opens nothing any more.
#[utoipa::path(post, path = "/duos/{id}/follow-ups/{month}/link", tag = "outcomes",
    params(
        ("id" = DuoId, Path, description = "Which duo"),
        ("month" = u8, Path, description = "3, 6 or 12"),
    ),
    responses(
        (status = 200, description = "The link, told once", body = FollowUpLink),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: the mentee does not want to be asked",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn link_follow_up(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(question): PathId<(DuoId, u8)>,
) -> Result<Json<FollowUpLink>, ApiError> {
    staff.must(Duty::LookAfter)?;
    let question = known(question)?;
    let token = app.keys.secrets(&ids::random(), 0, 0).token;
    let until = clock::now().plus_days(LINK_DAYS);
    let made = app.store.link_follow_up(staff.who.person, question, secret::hash(&token), until);
    made.await.map_err(|error| match error {
        StoreError::Conflict => {
            let why = "the mentee does not want to be asked, or is not known any more";
            ApiError::Because(ProblemCode::Unusable, why.into())
        }
        error => error.into(),
    })?;
    let link = app.site.question_link(&token);
    let qr_svg = invite::qr_svg(&link)?;
    Ok(Json(FollowUpLink { link, qr_svg, until }))
}

/// Nothing is noted of somebody who said no.
fn refused(error: StoreError) -> ApiError {
    match error {
        StoreError::Conflict => ProblemCode::Refused.into(),
        error => error.into(),
    }
}

/// A month that is none of the three is not there.
fn known((duo, month): (DuoId, u8)) -> Result<Question, ApiError> {
    if FOLLOW_UP_MONTHS.contains(&month) {
        Ok(Question { duo, month })
    } else {
        Err(ProblemCode::NotFound.into())
    }
}

async fn one(app: &App, staff: &Staff, question: Question) -> Result<Json<FollowUpInfo>, ApiError> {
    let all = app.store.follow_ups(staff.who.person, question.duo).await?;
    let found = all.into_iter().find(|info| info.month == question.month);
    found.map(Json).ok_or_else(|| ProblemCode::NotFound.into())
}
