//! What people agree to (features.md A13), and the answers that are kept only because they did
//! (A17).

use crate::{
    app::App,
    clock,
    http::{
        extract::{JsonBody, PathId, SignedIn, Staff},
        problem::ApiError,
        version::IfMatch,
    },
    store::{StoreError, consents::NewConsent},
};
use axum::{Json, extract::State};
use board::{
    actor::Role,
    id::{DuoId, PersonId},
    office::{consent::Purpose, duty::Duty, look::Looked},
    protocol::{
        consents::{ConsentInfo, ConsentState, SetConsent},
        demographics::{DemographicsInfo, SetDemographics},
        problem::{FieldRule, Problem, ProblemCode},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list_consents))
        .routes(routes!(set_consent))
        .routes(routes!(list_duo_consents))
        .routes(routes!(read_own_demographics, write_own_demographics))
        .routes(routes!(read_demographics, write_demographics))
}

/// What the person who asks agreed to, purpose by purpose. Staff are asked nothing.
#[utoipa::path(get, path = "/me/consents", tag = "account",
    responses(
        (status = 200, description = "The purposes that concern this person",
            body = Vec<ConsentInfo>),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list_consents(
    State(app): State<Arc<App>>,
    who: SignedIn,
) -> Result<Json<Vec<ConsentInfo>>, ApiError> {
    Ok(Json(app.store.consents(who.person).await?))
}

/// Agrees to the text of today, or withdraws. Withdrawing takes effect at once: answers for
/// reports are deleted, links to the question after some months open nothing, the letter is off.
#[utoipa::path(put, path = "/me/consents/{purpose}", tag = "account", request_body = SetConsent,
    params(("purpose" = Purpose, Path, description = "What for")),
    responses(
        (status = 200, description = "All purposes, as they are now", body = Vec<ConsentInfo>),
        (status = 404, description = "`not_found`: no purpose that concerns this person",
            body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`stale`: the text is another one by now", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: the letter needs an address first",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn set_consent(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId(purpose): PathId<Purpose>,
    JsonBody(SetConsent { given, text_version }): JsonBody<SetConsent>,
) -> Result<Json<Vec<ConsentInfo>>, ApiError> {
    if !purpose.concerns(&who.role) {
        return Err(ProblemCode::NotFound.into());
    }
    let consent = by_themselves(&who, purpose);
    if !given {
        app.store.withdraw_consent(consent).await?;
    } else if purpose == Purpose::Letters {
        // Asking for the letter is the consent, and the letter needs an address.
        let why = "the letter is asked for with its address";
        return Err(ApiError::Because(ProblemCode::Unusable, why.into()));
    } else if text_version != purpose.text_version() {
        return Err(ProblemCode::Stale.into());
    } else {
        app.store.give_consent(consent).await?;
    }
    Ok(Json(app.store.consents(who.person).await?))
}

/// Yes or no of the two of a duo, purpose by purpose.
#[utoipa::path(get, path = "/duos/{id}/consents", tag = "duos",
    params(("id" = DuoId, Path, description = "Which duo")),
    responses(
        (status = 200, description = "Yes, no, or not asked", body = Vec<ConsentState>),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list_duo_consents(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
) -> Result<Json<Vec<ConsentState>>, ApiError> {
    staff.must(Duty::LookAfter)?;
    Ok(Json(app.store.consent_states(staff.who.person, duo).await?))
}

/// The mentee's own answers for reports. To delete them, the consent is withdrawn.
#[utoipa::path(get, path = "/me/demographics", tag = "account",
    responses(
        (status = 200, description = "The answers", body = DemographicsInfo),
        (status = 403, description = "`not_allowed`: nobody but mentees is asked", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_own_demographics(
    State(app): State<Arc<App>>,
    who: SignedIn,
) -> Result<Json<DemographicsInfo>, ApiError> {
    for_mentees(&who)?;
    Ok(Json(app.store.demographics(who.person).await?))
}

/// Writes them.
#[utoipa::path(put, path = "/me/demographics", tag = "account", request_body = SetDemographics,
    params(("If-Match" = String, Header, description = "The `version` that is changed; 0 at first")),
    responses(
        (status = 200, description = "As they are now", body = DemographicsInfo),
        (status = 403, description = "`not_allowed`: nobody but mentees is asked", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`: they are another version by now", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `agreed` is needed", body = Problem,
            content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn write_own_demographics(
    State(app): State<Arc<App>>,
    who: SignedIn,
    IfMatch(version): IfMatch,
    JsonBody(set): JsonBody<SetDemographics>,
) -> Result<Json<DemographicsInfo>, ApiError> {
    for_mentees(&who)?;
    let consent = by_themselves(&who, Purpose::Demographics);
    app.store.set_demographics(consent, set, version).await.map_err(unless_agreed)?;
    Ok(Json(app.store.demographics(who.person).await?))
}

/// The answers of a mentee of a branch of the person who asks. The look is noted.
#[utoipa::path(get, path = "/people/{id}/demographics", tag = "people",
    params(("id" = PersonId, Path, description = "Whose")),
    responses(
        (status = 200, description = "The answers", body = DemographicsInfo),
        (status = 404, description = "`not_found`: no mentee, or one of another branch",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn read_demographics(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(person): PathId<PersonId>,
) -> Result<Json<DemographicsInfo>, ApiError> {
    in_care(&app, &staff, person).await?;
    let found = app.store.demographics(person).await?;
    app.store.note_look(staff.who.person, person, Looked::Demographics, clock::now()).await?;
    Ok(Json(found))
}

/// Writes what the mentee said to a coordinator. While no consent stands, `agreed` says that the
/// mentee agreed too; the mentee sees who heard it. After a no, only they can say yes again.
#[utoipa::path(put, path = "/people/{id}/demographics", tag = "people",
    request_body = SetDemographics,
    params(
        ("id" = PersonId, Path, description = "Whose"),
        ("If-Match" = String, Header, description = "The `version` that is changed; 0 at first"),
    ),
    responses(
        (status = 200, description = "As they are now", body = DemographicsInfo),
        (status = 404, description = "`not_found`: no mentee, or one of another branch",
            body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`refused`: the mentee said no, and alone can say yes again",
            body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`stale`: they are another version by now", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `agreed` is needed", body = Problem,
            content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn write_demographics(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(person): PathId<PersonId>,
    IfMatch(version): IfMatch,
    JsonBody(set): JsonBody<SetDemographics>,
) -> Result<Json<DemographicsInfo>, ApiError> {
    in_care(&app, &staff, person).await?;
    let now = clock::now();
    let (lang, author) = (staff.who.lang.clone(), staff.who.person);
    let consent = NewConsent { person, purpose: Purpose::Demographics, lang, author, at: now };
    if app.store.demographics(person).await?.agreed == Some(false) {
        return Err(ProblemCode::Refused.into());
    }
    app.store.set_demographics(consent, set, version).await.map_err(unless_agreed)?;
    app.store.note_look(author, person, Looked::Demographics, now).await?;
    Ok(Json(app.store.demographics(person).await?))
}

fn by_themselves(who: &SignedIn, purpose: Purpose) -> NewConsent {
    let lang = who.lang.clone();
    NewConsent { person: who.person, purpose, lang, author: who.person, at: clock::now() }
}

fn for_mentees(who: &SignedIn) -> Result<(), ApiError> {
    if who.role == Role::Mentee { Ok(()) } else { Err(ProblemCode::NotAllowed.into()) }
}

async fn in_care(app: &App, staff: &Staff, person: PersonId) -> Result<(), ApiError> {
    staff.must(Duty::LookAfter)?;
    if app.store.is_cared_mentee(staff.who.person, person).await? {
        Ok(())
    } else {
        Err(ProblemCode::NotFound.into())
    }
}

fn unless_agreed(error: StoreError) -> ApiError {
    match error {
        StoreError::Conflict => ApiError::field("agreed", FieldRule::Empty),
        error => error.into(),
    }
}
