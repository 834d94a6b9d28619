//! Reminders that need no open app (A18): what for, how, when not, and on which devices. For the
//! two of a duo; whoever works for the association has the letter of the week.

use super::digest;
use crate::{
    app::App,
    clock,
    http::{
        extract::{JsonBody, SignedIn},
        problem::ApiError,
    },
    reminders::{PushError, send_trial},
    store::{StoreError, reminders::Wishes},
};
use axum::{Json, extract::State, http::StatusCode};
use board::{
    actor::Role,
    mail_address::parse_address,
    protocol::{
        problem::{FieldRule, Problem, ProblemCode},
        reminders::{
            Channel, PushDevice, QUIET_HOURS, ReminderChoice, ReminderKind, Reminders,
            SetReminders, Trial,
        },
    },
    reminders::due::channel,
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Seconds to wait between two trials.
const TRIAL_WAIT: u64 = 10;

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(read_reminders, set_reminders))
        .routes(routes!(add_push_device, end_push_device))
        .routes(routes!(try_reminder))
}

/// What the person is reminded of, how, and whether this device gets reminders.
#[utoipa::path(get, path = "/account/reminders", tag = "account",
    responses(
        (status = 200, description = "As it is", body = Reminders),
        (status = 403, description = "`not_allowed`: not one of a duo", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_reminders(
    State(app): State<Arc<App>>,
    who: SignedIn,
) -> Result<Json<Reminders>, ApiError> {
    may_have_some(&who)?;
    read(&app, &who).await.map(Json)
}

/// Changes all of it. Nothing comes that was not asked for; e-mails need an address.
#[utoipa::path(put, path = "/account/reminders", tag = "account", request_body = SetReminders,
    responses(
        (status = 200, description = "As it is now", body = Reminders),
        (status = 403, description = "`not_allowed`: not one of a duo", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: a choice, an hour or the address", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn set_reminders(
    State(app): State<Arc<App>>,
    who: SignedIn,
    JsonBody(mut set): JsonBody<SetReminders>,
) -> Result<Json<Reminders>, ApiError> {
    may_have_some(&who)?;
    check(&who.role, &set)?;
    if let Some(typed) = set.address.as_mut().filter(|typed| !typed.is_empty()) {
        let unusable = || ApiError::field("address", FieldRule::Unknown);
        *typed = parse_address(typed).ok_or_else(unusable)?;
    }
    let before = app.store.digest(who.person).await?;
    let changed = app.store.set_wishes(who.person, set, clock::now()).await;
    changed.map_err(|error| match error {
        StoreError::Conflict => ApiError::field("address", FieldRule::Empty),
        error => error.into(),
    })?;
    let now = read(&app, &who).await?;
    if before.address != now.address {
        digest::forget(&app, &before);
    }
    Ok(Json(now))
}

/// Sends reminders to this device from now on. Only to one that is the person's own.
#[utoipa::path(put, path = "/account/reminders/device", tag = "account",
    request_body = PushDevice,
    responses(
        (status = 204, description = "It gets reminders"),
        (status = 403, description = "`not_allowed`: a device that others use too", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: no public push service, or no keys",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn add_push_device(
    State(app): State<Arc<App>>,
    who: SignedIn,
    JsonBody(device): JsonBody<PushDevice>,
) -> Result<Json<Reminders>, ApiError> {
    may_have_some(&who)?;
    if !who.own_device {
        return Err(ProblemCode::NotAllowed.into());
    }
    let unusable = || ApiError::field("endpoint", FieldRule::Unknown);
    let address = app.pusher.address(&device).ok_or_else(unusable)?;
    app.store.set_push_device(who.session, who.person, address, clock::now()).await?;
    read(&app, &who).await.map(Json)
}

/// Ends reminders on this device.
#[utoipa::path(delete, path = "/account/reminders/device", tag = "account",
    responses(
        (status = 204, description = "It gets none"),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn end_push_device(
    State(app): State<Arc<App>>,
    who: SignedIn,
) -> Result<StatusCode, ApiError> {
    app.store.end_push_device(who.session).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Sends a trial to this device.
#[utoipa::path(post, path = "/account/reminders/trial", tag = "account",
    responses(
        (status = 200, description = "What became of it", body = Trial),
        (status = 404, description = "`not_found`: this device gets no reminders", body = Problem,
            content_type = "application/problem+json"),
        (status = 429, description = "`too_many_tries`: the last trial was a moment ago",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn try_reminder(State(app): State<Arc<App>>, who: SignedIn) -> Result<Json<Trial>, ApiError> {
    let address = app.store.claim_trial(who.session, clock::now()).await;
    let address = address.map_err(|error| match error {
        StoreError::Conflict => ApiError::Wait(TRIAL_WAIT),
        error => error.into(),
    })?;
    let sent = send_trial(&app, &who.lang, &address).await;
    match &sent {
        Ok(()) => {}
        Err(PushError::Gone) => app.store.forget_push_address(address.endpoint).await?,
        Err(error) => tracing::info!(%error, "a trial did not go out"),
    }
    Ok(Json(Trial { sent: sent.is_ok() }))
}

async fn read(app: &App, who: &SignedIn) -> Result<Reminders, ApiError> {
    let wishes = app.store.wishes(who.person).await?;
    let address = app.store.digest(who.person).await?.address;
    let wishes =
        wishes.unwrap_or(Wishes { choices: Vec::new(), quiet: Some(QUIET_HOURS), address: None });
    let kinds = ReminderKind::ALL.iter().copied().filter(|kind| kind.concerns(&who.role));
    let choice = |kind| ReminderChoice { kind, channel: channel(&wishes.choices, kind) };
    let devices = app.store.push_devices(who.person, clock::now()).await?;
    Ok(Reminders {
        choices: kinds.map(choice).collect(),
        quiet: wishes.quiet,
        address,
        here: devices.iter().any(|(session, _)| *session == who.session),
        devices: u32::try_from(devices.len()).unwrap_or(u32::MAX),
        push_key: app.pusher.public_key(),
    })
}

fn check(role: &Role, set: &SetReminders) -> Result<(), ApiError> {
    let known = |choice: &ReminderChoice| {
        let again = set.choices.iter().filter(|other| other.kind == choice.kind).count() > 1;
        !again && (choice.kind.concerns(role) || choice.channel == Channel::Off)
    };
    if !set.choices.iter().all(known) {
        return Err(ApiError::field("choices", FieldRule::Unknown));
    }
    let is_sound = set.quiet.is_none_or(|quiet| quiet.from.is_sound() && quiet.until.is_sound());
    if is_sound { Ok(()) } else { Err(ApiError::field("quiet", FieldRule::Unknown)) }
}

fn may_have_some(who: &SignedIn) -> Result<(), ApiError> {
    if matches!(who.role, Role::Mentee | Role::Mentor) {
        Ok(())
    } else {
        Err(ProblemCode::NotAllowed.into())
    }
}
