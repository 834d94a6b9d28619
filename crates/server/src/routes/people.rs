//! The people of a branch: find them, add one without a duo, change name and language, and what a
//! match is sought by (features.md K01, K22).

use crate::{
    app::App,
    clock,
    http::{
        extract::{AskedFor, JsonBody, PathId, Staff},
        fields::Fields,
        problem::ApiError,
        version::IfMatch,
    },
    ids,
    routes::duos::rules::is_sector,
    store::{people::Person, pool::Removal},
};
use axum::{Json, extract::State, http::StatusCode};
use board::{
    actor::Role,
    id::{BranchId, PersonId},
    office::{
        look::Looked,
        matching::{CAPACITY_MAX, CHOICES_MAX},
        place::Postcode,
    },
    protocol::{
        duos::NAME_MAX,
        pool::{
            ChangePerson, MatchProfile, NewPerson, PEOPLE_PAGE, PeoplePage, PersonCard, PersonRow,
        },
        problem::{FieldRule, Problem, ProblemCode},
    },
};
use content::fold;
use std::{collections::HashMap, sync::Arc};
use utoipa_axum::{router::OpenApiRouter, routes};

/// Longest name that is searched, in characters.
const Q_MAX: usize = 80;

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(read, change, remove))
        .routes(routes!(keep_profile))
}

/// Whom to list.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Asked {
    /// Only this branch.
    branch: Option<BranchId>,
    /// Only `mentee` or `mentor`.
    role: Option<String>,
    /// Only those who wait for a partner or are available.
    #[serde(default)]
    looking: bool,
    /// A part of the name.
    #[serde(default)]
    q: String,
    /// How many people to pass over.
    #[serde(default)]
    after: usize,
}

/// Mentees and mentors of the coordinator's branches, by name, fifty at a time.
#[utoipa::path(get, path = "/people", tag = "people", operation_id = "list_people", params(Asked),
    responses(
        (status = 200, description = "The people", body = PeoplePage),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list(
    State(app): State<Arc<App>>,
    staff: Staff,
    AskedFor(asked): AskedFor<Asked>,
) -> Result<Json<PeoplePage>, ApiError> {
    if asked.q.chars().count() > Q_MAX {
        return Err(ApiError::field("q", FieldRule::TooLong));
    }
    let (q, role) = (fold(asked.q.trim()), asked.role.as_deref().map(Role::from_word));
    let mut people = HashMap::<PersonId, PersonRow>::new();
    for known in app.store.known_people(staff.who.person).await? {
        let row = people.entry(known.id).or_insert_with(|| PersonRow {
            id: known.id,
            version: known.version,
            name: known.name,
            role: known.role,
            lang: known.lang,
            branches: Vec::new(),
            duos: known.running,
            looking: known.looking,
        });
        row.branches.push(known.branch);
    }
    let is_asked = |row: &PersonRow| {
        asked.branch.is_none_or(|branch| row.branches.contains(&branch))
            && role.as_ref().is_none_or(|role| row.role == *role)
            && (!asked.looking || row.looking)
            && fold(&row.name).contains(&q)
    };
    let mut found: Vec<PersonRow> = people.into_values().filter(is_asked).collect();
    found.sort_by_cached_key(|row| (fold(&row.name), row.id));
    let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
    let people = found.into_iter().skip(asked.after).take(PEOPLE_PAGE).collect();
    Ok(Json(PeoplePage { people, total }))
}

/// Adds somebody who has no duo yet: a mentee who waits, a mentor who is available.
#[utoipa::path(post, path = "/people", tag = "people", operation_id = "create_person",
    request_body = NewPerson,
    responses(
        (status = 201, description = "The person", body = PersonCard),
        (status = 422, description = "`unusable`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn create(
    State(app): State<Arc<App>>,
    staff: Staff,
    JsonBody(mut new): JsonBody<NewPerson>,
) -> Result<(StatusCode, Json<PersonCard>), ApiError> {
    let mut fields = Fields::default();
    fields.line("name", &mut new.name, NAME_MAX);
    fields.known("role", matches!(new.role, Role::Mentee | Role::Mentor));
    fields.lang("lang", &new.lang);
    fields.known("branch", staff.branches.iter().any(|mine| mine.id == new.branch));
    let new = fields.or(new)?;
    let now = clock::now();
    let id = PersonId(ids::new_id(now));
    let person = Person { id, role: new.role, name: new.name, lang: new.lang };
    app.store.add_person(&person, new.branch, now).await?;
    Ok((StatusCode::CREATED, Json(app.store.person_card(staff.who.person, id).await?)))
}

/// One person of the coordinator's branches. The look is noted.
#[utoipa::path(get, path = "/people/{id}", tag = "people", operation_id = "read_person",
    params(("id" = PersonId, Path, description = "Who")),
    responses(
        (status = 200, description = "The person", body = PersonCard),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(person): PathId<PersonId>,
) -> Result<Json<PersonCard>, ApiError> {
    let card = app.store.person_card(staff.who.person, person).await?;
    app.store.note_look(staff.who.person, person, Looked::PersonPage, clock::now()).await?;
    Ok(Json(card))
}

/// Changes a person's name or language.
#[utoipa::path(patch, path = "/people/{id}", tag = "people", operation_id = "change_person",
    request_body = ChangePerson,
    params(("id" = PersonId, Path, description = "Who"),
        ("If-Match" = u64, Header, description = "The version that is changed")),
    responses(
        (status = 200, description = "The person", body = PersonCard),
        (status = 403, description = "`not_allowed`: another branch looks after them today",
            body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn change(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(person): PathId<PersonId>,
    IfMatch(version): IfMatch,
    JsonBody(mut new): JsonBody<ChangePerson>,
) -> Result<Json<PersonCard>, ApiError> {
    in_care(&app, &staff, person).await?;
    let mut fields = Fields::default();
    fields.line("name", &mut new.name, NAME_MAX);
    fields.lang("lang", &new.lang);
    let new = fields.or(new)?;
    app.store.change_person(person, version, &new.name, &new.lang).await?;
    Ok(Json(app.store.person_card(staff.who.person, person).await?))
}

/// Removes somebody who was added by mistake: who never had a duo and never came in.
#[utoipa::path(delete, path = "/people/{id}", tag = "people", operation_id = "remove_person",
    params(("id" = PersonId, Path, description = "Who")),
    responses(
        (status = 204, description = "Gone"),
        (status = 403, description = "`not_allowed`: another branch looks after them today",
            body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `person` is `taken` by a duo", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn remove(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(person): PathId<PersonId>,
) -> Result<StatusCode, ApiError> {
    in_care(&app, &staff, person).await?;
    match app.store.remove_person(person).await? {
        Removal::Done => Ok(StatusCode::NO_CONTENT),
        Removal::HasPast => Err(ApiError::field("person", FieldRule::Taken)),
    }
}

/// Keeps what a person told about a partner, and whether they look for one.
#[utoipa::path(patch, path = "/people/{id}/profile", tag = "people", operation_id = "keep_profile",
    request_body = MatchProfile,
    params(("id" = PersonId, Path, description = "Who"),
        ("If-Match" = u64, Header, description = "The version that is changed, 0 for none")),
    responses(
        (status = 200, description = "The person", body = PersonCard),
        (status = 403, description = "`not_allowed`: another branch looks after them today",
            body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn keep_profile(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(person): PathId<PersonId>,
    IfMatch(version): IfMatch,
    JsonBody(new): JsonBody<MatchProfile>,
) -> Result<Json<PersonCard>, ApiError> {
    let card = in_care(&app, &staff, person).await?;
    let new = check_profile(new)?;
    let branch = card.person.branches.first().copied().ok_or(ProblemCode::NotFound)?;
    app.store.keep_profile(person, branch, version, new).await?;
    Ok(Json(app.store.person_card(staff.who.person, person).await?))
}

/// Their card, for whoever may change something of it: a branch that looks after them today.
async fn in_care(app: &App, staff: &Staff, person: PersonId) -> Result<PersonCard, ApiError> {
    let card = app.store.person_card(staff.who.person, person).await?;
    if card.elsewhere { Err(ProblemCode::NotAllowed.into()) } else { Ok(card) }
}

fn check_profile(mut new: MatchProfile) -> Result<MatchProfile, ApiError> {
    let mut fields = Fields::default();
    // How long somebody waits is for the server to know.
    new.since = None;
    let profile = &mut new.profile;
    unique(&mut profile.sectors);
    unique(&mut profile.langs);
    unique(&mut profile.hours);
    unique(&mut profile.ways);
    fields.known("sectors", profile.sectors.iter().all(is_sector));
    for (field, count) in [("sectors", profile.sectors.len()), ("langs", profile.langs.len())] {
        if count > CHOICES_MAX {
            fields.note(field, FieldRule::TooLong);
        }
    }
    fields.known("postcode", profile.postcode.is_none_or(Postcode::is_possible));
    fields.known("capacity", (1..=CAPACITY_MAX).contains(&profile.capacity));
    fields.or(new)
}

/// Keeps the first of each; the order stays, since the first language is the best one.
fn unique<T: PartialEq>(list: &mut Vec<T>) {
    let mut seen = Vec::with_capacity(list.len());
    for one in list.drain(..) {
        if !seen.contains(&one) {
            seen.push(one);
        }
    }
    *list = seen;
}
