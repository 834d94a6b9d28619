//! The coordinators' talks with the two of a duo (features.md K06), and whom to call next (K07).
//! The note is read by the coordinators of the branch alone.

use crate::{
    app::App,
    clock,
    http::{
        extract::{AskedFor, JsonBody, PathId, Staff},
        fields::Fields,
        problem::ApiError,
        version::IfMatch,
    },
    ids, local,
};
use axum::{Json, extract::State, http::StatusCode};
use board::{
    id::{ContactId, DuoId},
    office::{
        contact::{NOTE_MAX, is_possible_day, is_possible_follow_up},
        duty::Duty,
        look::Looked,
    },
    protocol::{
        contacts::{ContactCalendar, NewContact, OfficeContact},
        problem::{FieldRule, Problem, ProblemCode},
    },
};
use chrono::NaiveDate;
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list_contacts, add_contact))
        .routes(routes!(change_contact, remove_contact))
        .routes(routes!(read_contact_calendar))
}

/// The talks with the two of a duo, newest first.
#[utoipa::path(get, path = "/duos/{id}/contacts", tag = "contacts",
    params(("id" = DuoId, Path, description = "Which duo")),
    responses(
        (status = 200, description = "The talks, with the coordinators' notes",
            body = Vec<OfficeContact>),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list_contacts(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
) -> Result<Json<Vec<OfficeContact>>, ApiError> {
    staff.must(Duty::LookAfter)?;
    let who = staff.who.person;
    let contacts = app.store.contacts(who, duo).await?;
    let duo = app.store.cared_duo(who, duo).await?;
    app.store.note_looks(who, &[duo.mentee, duo.mentor], Looked::DuoPage, clock::now()).await?;
    Ok(Json(contacts))
}

/// Notes a talk.
#[utoipa::path(post, path = "/duos/{id}/contacts", tag = "contacts", request_body = NewContact,
    params(("id" = DuoId, Path, description = "Which duo")),
    responses(
        (status = 201, description = "The talk", body = OfficeContact),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: a day to come, another talk before this one, \
            a note that is too long or holds a national number", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn add_contact(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
    JsonBody(new): JsonBody<NewContact>,
) -> Result<(StatusCode, Json<OfficeContact>), ApiError> {
    staff.must(Duty::LookAfter)?;
    let start = app.store.cared_duo(staff.who.person, duo).await?.start;
    let new = check(new, start)?;
    let now = clock::now();
    let id = ContactId(ids::new_id(now));
    let added = app.store.add_contact(staff.who.person, duo, id, new, now).await?;
    Ok((StatusCode::CREATED, Json(added)))
}

/// Writes a talk again. Only whoever noted it may.
#[utoipa::path(patch, path = "/contacts/{id}", tag = "contacts", request_body = NewContact,
    params(
        ("id" = ContactId, Path, description = "Which talk"),
        ("If-Match" = String, Header, description = "The `version` that is changed, in quotes"),
    ),
    responses(
        (status = 200, description = "As it is now", body = OfficeContact),
        (status = 403, description = "`not_allowed`: somebody else noted it", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`: it is another version by now", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`", body = Problem,
            content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn change_contact(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(id): PathId<ContactId>,
    IfMatch(version): IfMatch,
    JsonBody(new): JsonBody<NewContact>,
) -> Result<Json<OfficeContact>, ApiError> {
    let start = own(&app, &staff, id).await?;
    let new = check(new, start)?;
    Ok(Json(app.store.change_contact(staff.who.person, id, version, new).await?))
}

/// Takes a talk away. Only whoever noted it may.
#[utoipa::path(delete, path = "/contacts/{id}", tag = "contacts",
    params(
        ("id" = ContactId, Path, description = "Which talk"),
        ("If-Match" = String, Header, description = "The `version` that goes, in quotes"),
    ),
    responses(
        (status = 204, description = "It is gone"),
        (status = 403, description = "`not_allowed`: somebody else noted it", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`: it is another version by now", body = Problem,
            content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn remove_contact(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(id): PathId<ContactId>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, ApiError> {
    own(&app, &staff, id).await?;
    app.store.remove_contact(staff.who.person, id, version).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Which calendar.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Whose {
    /// Only the duos that the reader looks after in person.
    #[serde(default)]
    #[param(required = false)]
    mine: bool,
}

/// Whom to call in the running duos of the coordinator's branches: requests for help, talks that
/// were asked for, and the contact calendar.
#[utoipa::path(get, path = "/contacts/due", tag = "contacts", params(Whose),
    responses(
        (status = 200, description = "What is overdue and what comes within two weeks, the \
            oldest first", body = ContactCalendar),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_contact_calendar(
    State(app): State<Arc<App>>,
    staff: Staff,
    AskedFor(Whose { mine }): AskedFor<Whose>,
) -> Result<Json<ContactCalendar>, ApiError> {
    staff.must(Duty::LookAfter)?;
    Ok(Json(app.store.contact_calendar(staff.who.person, mine, clock::now()).await?))
}

/// The first day of the duo of a talk that this person noted.
async fn own(app: &App, staff: &Staff, id: ContactId) -> Result<NaiveDate, ApiError> {
    staff.must(Duty::LookAfter)?;
    let row = app.store.contact_row(staff.who.person, id).await?;
    if row.own { Ok(row.start) } else { Err(ProblemCode::NotAllowed.into()) }
}

/// The talk, cleaned; or every field that breaks a rule at once.
fn check(mut new: NewContact, start: NaiveDate) -> Result<NewContact, ApiError> {
    let mut fields = Fields::default();
    if !is_possible_day(new.day, start, local::day(clock::now())) {
        fields.note("day", FieldRule::NotADay);
    }
    match new.follow_up {
        Some(day) if day < new.day => fields.note("follow_up", FieldRule::TooEarly),
        Some(day) if !is_possible_follow_up(day, new.day) => {
            fields.note("follow_up", FieldRule::NotADay);
        }
        _ => {}
    }
    fields.text("note", &mut new.note, NOTE_MAX);
    fields.or(new)
}
