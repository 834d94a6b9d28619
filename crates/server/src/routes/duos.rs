//! Duos, for the coordinators of their branch.

pub(in crate::routes) mod new;
pub mod rules;

use crate::{
    app::App,
    clock,
    http::{
        extract::{JsonBody, PathId, Staff},
        fields::Fields,
        problem::ApiError,
    },
    ids, invite, secret,
    store::{
        StoreError,
        people::{DuoOutcome, Hash, Request},
    },
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use board::{
    actor::Role,
    id::DuoId,
    protocol::{
        duos::{Duo, DuoCreated, NewDuo},
        problem::{FieldRule, Problem, ProblemCode},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(read))
}

/// The running duos of the coordinator's branches, newest first.
#[utoipa::path(get, path = "/duos", tag = "duos", operation_id = "list_duos",
    responses(
        (status = 200, description = "The duos", body = Vec<Duo>),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list(State(app): State<Arc<App>>, staff: Staff) -> Result<Json<Vec<Duo>>, ApiError> {
    Ok(Json(app.store.duos(staff.who.person, clock::now()).await?))
}

/// One duo of the coordinator's branches.
#[utoipa::path(get, path = "/duos/{id}", tag = "duos", operation_id = "read_duo",
    params(("id" = DuoId, Path, description = "Which")),
    responses(
        (status = 200, description = "The duo", body = Duo),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
) -> Result<Json<Duo>, ApiError> {
    Ok(Json(app.store.duo(staff.who.person, duo, clock::now()).await?))
}

/// Creates a duo: mentee, mentor, their board and an invitation for each.
///
/// Somebody the branch knows comes with their id: a mentee keeps the board, a mentor the other
/// duos. A mentor with three running duos or more needs `confirm_many`; without it the answer is
/// `to_confirm` at `mentor`.
///
/// With an `Idempotency-Key`, the same request sent twice makes one duo and tells the same
/// invitations.
#[utoipa::path(post, path = "/duos", tag = "duos", operation_id = "create_duo",
    request_body = NewDuo,
    params(("Idempotency-Key" = Option<String>, Header,
        description = "Any text of at most 100 characters, one per duo to be")),
    responses(
        (status = 201, description = "The duo and its two invitations", body = DuoCreated),
        (status = 422, description = "`unusable`: `fields` says which field and why",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn create(
    State(app): State<Arc<App>>,
    staff: Staff,
    headers: HeaderMap,
    JsonBody(new): JsonBody<NewDuo>,
) -> Result<(StatusCode, Json<DuoCreated>), ApiError> {
    make(&app, &staff, &headers, new).await
}

/// Checks a duo that is asked for, and creates it.
pub(super) async fn make(
    app: &App,
    staff: &Staff,
    headers: &HeaderMap,
    new: NewDuo,
) -> Result<(StatusCode, Json<DuoCreated>), ApiError> {
    let now = clock::now();
    let mut new = new::check(new, &staff.branches, now)?;
    new.coordinator = new.coordinator.or_else(|| staff.as_coordinator());
    check_known(app, staff, &new).await?;
    let request = request(staff, headers, &new)?;
    let seed = request.map_or_else(ids::random, |request| {
        app.keys.request_seed(staff.who.person.0.as_bytes(), &request.key)
    });
    for attempt in 0..invite::ATTEMPTS {
        let draft = new::draft(app, &new, request, &seed, attempt, now);
        match app.store.create_duo(draft.clone()).await {
            Ok(DuoOutcome::Created) => return told(app, staff, draft.id, &seed).await,
            Ok(DuoOutcome::Repeated(duo)) => return told(app, staff, duo, &seed).await,
            Ok(DuoOutcome::Reused) => return Err(reused()),
            Ok(refused) => return Err(refusal(&refused)),
            Err(StoreError::Conflict) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(StoreError::Unavailable.into())
}

/// The answer, made from what is stored: the same for a request that comes again.
async fn told(
    app: &App,
    staff: &Staff,
    duo: DuoId,
    seed: &Hash,
) -> Result<(StatusCode, Json<DuoCreated>), ApiError> {
    let duo = app.store.duo(staff.who.person, duo, clock::now()).await?;
    let rows = app.store.first_invitations(duo.id).await?;
    let members = [&duo.mentee, &duo.mentor];
    let invitations = members.iter().zip(0..).filter_map(|(member, number)| {
        let row = rows.iter().find(|row| row.person == member.id)?;
        let secrets = invite::recall(app, seed, number, row)?;
        Some(invite::fresh(app, &new::person_of(member), &secrets, row))
    });
    let invitations = invitations.collect::<Result<_, _>>()?;
    Ok((StatusCode::CREATED, Json(DuoCreated { duo, invitations })))
}

/// Whom the request names must be of the coordinator's branches.
async fn check_known(app: &App, staff: &Staff, new: &NewDuo) -> Result<(), ApiError> {
    let mut fields = Fields::default();
    let partners = [("mentee", new.mentee, Role::Mentee), ("mentor", new.mentor, Role::Mentor)];
    for (field, known, role) in partners {
        let Some(person) = known else { continue };
        match app.store.in_care(staff.who.person, person).await {
            Ok(found) => fields.known(field, found.role == role),
            Err(StoreError::NotFound) => fields.known(field, false),
            Err(error) => return Err(error.into()),
        }
    }
    if let Some(coordinator) = new.coordinator {
        let branches = app.store.branches_of(coordinator).await?;
        fields.known("coordinator", branches.iter().any(|branch| branch.id == new.branch));
    }
    fields.or(())
}

/// What the store found about the two when it was about to write.
fn refusal(outcome: &DuoOutcome) -> ApiError {
    match outcome {
        DuoOutcome::ManyDuos => ApiError::field("mentor", FieldRule::ToConfirm),
        DuoOutcome::TooSoon => ApiError::field("start", FieldRule::TooEarly),
        DuoOutcome::MentorGone => ApiError::field("mentor", FieldRule::Unknown),
        _ => ApiError::field("mentee", FieldRule::Taken),
    }
}

fn request(staff: &Staff, headers: &HeaderMap, new: &NewDuo) -> Result<Option<Request>, ApiError> {
    let Some(key) = headers.get("idempotency-key") else { return Ok(None) };
    if key.is_empty() || key.len() > 100 {
        let why = "Idempotency-Key has 1 to 100 characters";
        return Err(ApiError::Because(ProblemCode::Unusable, why.into()));
    }
    let json = serde_json::to_vec(new)
        .map_err(|_| ApiError::Trouble("a checked duo is not JSON".into()))?;
    let (key, digest) = (secret::hash(key.as_bytes()), secret::hash(json));
    Ok(Some(Request { person: staff.who.person, key, digest }))
}

fn reused() -> ApiError {
    let why = "the Idempotency-Key came before with another request";
    ApiError::Because(ProblemCode::Unusable, why.into())
}
