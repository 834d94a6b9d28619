//! Coming in with an invitation: the same for the API and for the pages that need no app.

use crate::{
    app::App,
    clock,
    http::{extract, problem::ApiError},
    ids, secret,
    sessions::{self, Stay},
    store::{
        StoreError,
        people::{Invitation, NewSession},
    },
};
use axum::http::{HeaderMap, header};
use board::{
    id::SessionId,
    protocol::{duos::InvitationStatus, problem::ProblemCode, session::Key},
};
use std::net::IpAddr;

/// Somebody came in.
pub struct Entered {
    /// The secret for the cookie.
    pub secret: String,
    /// How long it lasts.
    pub stay: Stay,
    /// Who came in, and with which invitation.
    pub invitation: Invitation,
}

/// Whom an invitation is for. Never uses it up: previews and scanners may look too.
///
/// # Errors
/// Why it does not open. "Used" and "too old" are only told to whoever had the whole secret.
pub async fn look(app: &App, peer: IpAddr, key: &Key) -> Result<Invitation, ApiError> {
    // What cannot be a code or a link at all is a slip of the finger, not a guess.
    let hash = app.keys.key_hash(key).ok_or(ProblemCode::CodeUnknown)?;
    let is_code = matches!(key, Key::Code(_));
    if is_code {
        app.tries.ask(peer).map_err(ApiError::Wait)?;
    }
    let found = app.store.find_invitation(hash, clock::now()).await?;
    let invitation = found.ok_or(ProblemCode::CodeUnknown)?;
    if is_code {
        app.tries.forgive(peer);
    }
    match invitation.state.status {
        InvitationStatus::Waiting => Ok(invitation),
        InvitationStatus::Used => Err(ProblemCode::CodeUsed.into()),
        _ => Err(ProblemCode::CodeExpired.into()),
    }
}

/// Uses an invitation. Whoever was signed in on this device before is not any more.
///
/// # Errors
/// Those of [`look`]; of two who come at once, the second one hears "used".
pub async fn enter(
    app: &App,
    peer: IpAddr,
    key: &Key,
    own_device: bool,
    headers: &HeaderMap,
) -> Result<Entered, ApiError> {
    let invitation = look(app, peer, key).await?;
    let before = extract::session_at_hand(app, headers).await?;
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    let (now, secret) = (clock::now(), secret::session_secret());
    let stay = Stay::of(&invitation.person.role, own_device);
    let session = NewSession {
        id: SessionId(ids::new_id(now)),
        hash: secret::hash(&secret),
        own_device: stay == Stay::Long,
        label: sessions::device_label(agent.unwrap_or_default()),
        created: now,
        expires: stay.expires(now, now),
    };
    let replaces = before.map(|row| row.id);
    let entered = app.store.enter(invitation.state.id, session, replaces).await;
    entered.map_err(|error| match error {
        StoreError::Conflict => ApiError::Plain(ProblemCode::CodeUsed),
        error => error.into(),
    })?;
    if let Some(replaced) = replaces {
        app.hub.end_session(replaced);
    }
    app.tries.forget(peer);
    tracing::info!(person.id = %invitation.person.id, "signed in {}", invitation.person.id);
    Ok(Entered { secret, stay, invitation })
}
