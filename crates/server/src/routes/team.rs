//! Accounts of the association (features.md A01): a branch admin sets up the coordinators of their
//! branches, an organisation admin everybody.

use super::imports::invitation;
use crate::{
    app::App,
    clock,
    http::{
        extract::{JsonBody, PathId, Staff},
        fields::Fields,
        problem::ApiError,
        version::IfMatch,
    },
    ids,
    store::{
        people::Person,
        team::{StaffChange, TeamOutcome},
    },
};
use axum::{Json, extract::State, http::StatusCode};
use board::{
    actor::Role,
    id::PersonId,
    office::duty::{Duty, sets_up},
    protocol::{
        duos::NAME_MAX,
        problem::{FieldRule, Problem, ProblemCode},
        team::{StaffAdded, StaffFields, StaffMember},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(change, end))
}

/// The accounts of the branches of whoever asks, by name; of the whole association for an
/// organisation admin.
#[utoipa::path(get, path = "/team", tag = "team", operation_id = "list_team",
    responses(
        (status = 200, description = "The accounts", body = Vec<StaffMember>),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list(
    State(app): State<Arc<App>>,
    staff: Staff,
) -> Result<Json<Vec<StaffMember>>, ApiError> {
    staff.must(Duty::ManageBranch)?;
    Ok(Json(seen(&app, &staff).await?))
}

/// Adds an account and makes the invitation for it.
#[utoipa::path(post, path = "/team", tag = "team", operation_id = "create_account",
    request_body = StaffFields,
    responses(
        (status = 201, description = "The account; the only moment its secrets are told",
            body = StaffAdded),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn create(
    State(app): State<Arc<App>>,
    staff: Staff,
    JsonBody(new): JsonBody<StaffFields>,
) -> Result<(StatusCode, Json<StaffAdded>), ApiError> {
    staff.must(Duty::ManageBranch)?;
    let change = check(new, &staff)?;
    let now = clock::now();
    let person = Person {
        id: PersonId(ids::new_id(now)),
        role: change.role,
        name: change.name,
        lang: change.lang,
    };
    app.store.hire(&person, &change.branches, now).await?;
    let invitation = invitation(&app, &person).await?;
    let member = find(&app, &staff, person.id).await?;
    Ok((StatusCode::CREATED, Json(StaffAdded { member, invitation })))
}

/// Changes an account. With another role, the person has to come in again; with that or another
/// branch, invitations that wait for them end.
///
/// Nobody changes their own role or branches: that is what a colleague is for.
#[utoipa::path(patch, path = "/team/{id}", tag = "team", operation_id = "change_account",
    request_body = StaffFields,
    params(("id" = PersonId, Path, description = "Which"),
        ("If-Match" = u64, Header, description = "The version that is changed")),
    responses(
        (status = 200, description = "The account", body = StaffMember),
        (status = 403, description = "`not_allowed`: nor one's own role", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`; `role` is `taken` for the last organisation admin",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn change(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(person): PathId<PersonId>,
    IfMatch(version): IfMatch,
    JsonBody(new): JsonBody<StaffFields>,
) -> Result<Json<StaffMember>, ApiError> {
    staff.must(Duty::ManageBranch)?;
    changeable(&app, &staff, person).await?;
    let change = check(new, &staff)?;
    settle(&app, app.store.change_staff(person, version, change, clock::now()).await?)?;
    find(&app, &staff, person).await.map(Json)
}

/// Ends an account: its devices are signed out at once.
#[utoipa::path(delete, path = "/team/{id}", tag = "team", operation_id = "end_staff_account",
    params(("id" = PersonId, Path, description = "Which"),
        ("If-Match" = u64, Header, description = "The version that was seen")),
    responses(
        (status = 204, description = "Ended"),
        (status = 403, description = "`not_allowed`: nor one's own account", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `role` is `taken` for the last organisation admin",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn end(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(person): PathId<PersonId>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, ApiError> {
    staff.must(Duty::ManageBranch)?;
    changeable(&app, &staff, person).await?;
    settle(&app, app.store.end_staff(person, version, clock::now()).await?)?;
    Ok(StatusCode::NO_CONTENT)
}

fn settle(app: &App, outcome: TeamOutcome) -> Result<(), ApiError> {
    match outcome {
        TeamOutcome::Done(ended) => {
            ended.into_iter().for_each(|session| app.hub.end_session(session));
            Ok(())
        }
        TeamOutcome::LastAdmin => Err(ApiError::field("role", FieldRule::Taken)),
    }
}

/// The account as it is to be; or every field that breaks a rule.
fn check(mut new: StaffFields, staff: &Staff) -> Result<StaffChange, ApiError> {
    let mut fields = Fields::default();
    fields.line("name", &mut new.name, NAME_MAX);
    fields.known("role", new.role.is_known() && sets_up(&staff.who.role, &new.role));
    fields.lang("lang", &new.lang);
    let has_branches = matches!(new.role, Role::Coordinator | Role::BranchAdmin);
    if !has_branches {
        new.branches.clear();
    } else if new.branches.is_empty() {
        fields.note("branches", FieldRule::Empty);
    }
    new.branches.sort_unstable();
    new.branches.dedup();
    let is_mine = |id| staff.branches.iter().any(|mine| mine.id == id);
    fields.known("branches", new.branches.iter().all(|branch| is_mine(*branch)));
    let StaffFields { name, role, lang, branches } = new;
    fields.or(StaffChange { name, role, lang, branches })
}

/// The accounts that whoever asks may see, each with whether they may change it.
async fn seen(app: &App, staff: &Staff) -> Result<Vec<StaffMember>, ApiError> {
    let mine = |member: &StaffMember| {
        member.branches.iter().any(|branch| staff.branches.iter().any(|mine| mine.id == *branch))
    };
    let mut team = app.store.team(clock::now()).await?;
    team.retain(|member| staff.who.role == Role::OrganisationAdmin || mine(member));
    for member in &mut team {
        member.may_change = may_change(staff, member);
    }
    Ok(team)
}

/// Not oneself; and of a colleague nothing that reaches further than one does.
pub(super) fn may_change(staff: &Staff, member: &StaffMember) -> bool {
    let reaches = |id| staff.branches.iter().any(|mine| mine.id == id);
    member.id != staff.who.person
        && sets_up(&staff.who.role, &member.role)
        && (staff.who.role == Role::OrganisationAdmin
            || member.branches.iter().all(|branch| reaches(*branch)))
}

async fn find(app: &App, staff: &Staff, person: PersonId) -> Result<StaffMember, ApiError> {
    let team = seen(app, staff).await?;
    let found = team.into_iter().find(|member| member.id == person);
    found.ok_or_else(|| ProblemCode::NotFound.into())
}

async fn changeable(app: &App, staff: &Staff, person: PersonId) -> Result<(), ApiError> {
    if find(app, staff, person).await?.may_change {
        Ok(())
    } else {
        Err(ProblemCode::NotAllowed.into())
    }
}
