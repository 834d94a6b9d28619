//! Invitations: looking at one, making one, and answering "was this Fatima?".

use super::team::may_change;
use crate::{
    app::App,
    clock, entrance,
    http::{
        extract::{JsonBody, PathId, Staff},
        peer::Peer,
        problem::ApiError,
    },
    ids, invite,
    store::{StoreError, people::Person},
};
use axum::{Json, extract::State, http::StatusCode};
use board::{
    actor::Role,
    id::{InvitationId, PersonId},
    office::look::Looked,
    protocol::{
        duos::{FreshInvitation, NewInvitation},
        problem::{FieldRule, Problem, ProblemCode},
        session::{InvitationSeen, LookAtInvitation},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(look))
        .routes(routes!(create))
        .routes(routes!(end))
        .routes(routes!(confirm))
}

/// Asks whom an invitation is for. It is not used up.
#[utoipa::path(post, path = "/invitations/look", tag = "invitations",
    operation_id = "look_at_invitation", request_body = LookAtInvitation, security(()),
    responses(
        (status = 200, description = "Whom it is for", body = InvitationSeen),
        (status = 422, description = "`code_unknown`, `code_used`, `code_expired`", body = Problem,
            content_type = "application/problem+json"),
        (status = 429, description = "`too_many_tries`: wait `retry_after` seconds", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn look(
    State(app): State<Arc<App>>,
    Peer(peer): Peer,
    JsonBody(look): JsonBody<LookAtInvitation>,
) -> Result<Json<InvitationSeen>, ApiError> {
    let invitation = entrance::look(&app, peer, &look.key).await?;
    let (person, other) = (invitation.person, invitation.other);
    Ok(Json(InvitationSeen { name: person.name, role: person.role, other }))
}

/// Makes a new invitation for a person of the coordinator's branches. Older ones end; for a lost
/// phone, so do the person's sessions.
#[utoipa::path(post, path = "/people/{id}/invitations", tag = "invitations",
    operation_id = "create_invitation", request_body = NewInvitation,
    params(("id" = PersonId, Path, description = "For whom")),
    responses(
        (status = 201, description = "The only moment its secrets are told",
            body = FreshInvitation),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: nobody of the coordinator's branches",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn create(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(person): PathId<PersonId>,
    JsonBody(new): JsonBody<NewInvitation>,
) -> Result<(StatusCode, Json<FreshInvitation>), ApiError> {
    if !new.handover.is_known() {
        return Err(ApiError::field("handover", FieldRule::Unknown));
    }
    let person = to_let_in(&app, &staff, person).await?;
    let (now, seed, life) = (clock::now(), ids::random(), invite::lifetime(&new.handover));
    for attempt in 0..invite::ATTEMPTS {
        let secrets = app.keys.secrets(&seed, 0, attempt);
        let row = invite::row(&app, &person, &secrets, now, life);
        match app.store.invite(row.clone(), new.end_sessions).await {
            Ok(ended) => {
                ended.into_iter().for_each(|session| app.hub.end_session(session));
                if matches!(person.role, Role::Mentee | Role::Mentor) {
                    let who = staff.who.person;
                    app.store.note_look(who, person.id, Looked::NewCode, now).await?;
                }
                let fresh = invite::fresh(&app, &person, &secrets, &row)?;
                return Ok((StatusCode::CREATED, Json(fresh)));
            }
            Err(StoreError::Conflict) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(StoreError::Unavailable.into())
}

/// The person, when whoever asks may let them in: a mentee or a mentor of their branches, themselves,
/// a coordinator beside them, and accounts they set up. A way into an account that may do more
/// would be more than the own one.
async fn to_let_in(app: &App, staff: &Staff, person: PersonId) -> Result<Person, ApiError> {
    let team = app.store.team(clock::now()).await?;
    let Some(member) = team.into_iter().find(|member| member.id == person) else {
        return Ok(app.store.cared_person(staff.who.person, person).await?);
    };
    let mine = |id| staff.branches.iter().any(|mine| mine.id == id);
    let is_beside = member.role == Role::Coordinator
        && !member.branches.is_empty()
        && member.branches.iter().all(|branch| mine(*branch));
    if person == staff.who.person || is_beside || may_change(staff, &member) {
        Ok(Person { id: person, role: member.role, name: member.name, lang: member.lang })
    } else if member.branches.iter().any(|branch| mine(*branch)) {
        Err(ProblemCode::NotAllowed.into())
    } else {
        Err(ProblemCode::NotFound.into())
    }
}

/// "No, this was not Fatima": ends the invitation and the sessions made with it.
#[utoipa::path(post, path = "/invitations/{id}/end", tag = "invitations",
    operation_id = "end_invitation",
    params(("id" = InvitationId, Path, description = "Which")),
    responses(
        (status = 204, description = "Ended"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn end(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(invitation): PathId<InvitationId>,
) -> Result<StatusCode, ApiError> {
    let person = app.store.invited(staff.who.person, invitation).await?;
    to_let_in(&app, &staff, person.id).await?;
    let ended = app.store.end_invitation(invitation, clock::now()).await?;
    ended.into_iter().for_each(|session| app.hub.end_session(session));
    Ok(StatusCode::NO_CONTENT)
}

/// "Yes, this was Fatima": the question is not asked again.
#[utoipa::path(post, path = "/invitations/{id}/confirm", tag = "invitations",
    operation_id = "confirm_invitation",
    params(("id" = InvitationId, Path, description = "Which")),
    responses(
        (status = 204, description = "Noted"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn confirm(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(invitation): PathId<InvitationId>,
) -> Result<StatusCode, ApiError> {
    let person = app.store.invited(staff.who.person, invitation).await?;
    to_let_in(&app, &staff, person.id).await?;
    app.store.confirm_invitation(invitation).await?;
    Ok(StatusCode::NO_CONTENT)
}
