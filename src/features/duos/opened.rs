//! What became of an invitation, and the question "was this them?" (sign-in.md step 2).

use board::protocol::duos::{InvitationState, InvitationStatus};
use words::Key;

use crate::{
    features::duos::words_of::milliseconds,
    i18n::{format::date_time, t, tf},
};

/// The state in one or two sentences; tracked.
#[must_use]
pub fn invitation_words(state: &InvitationState) -> String {
    let at = |time| date_time(milliseconds(time));
    match &state.status {
        InvitationStatus::Used => {
            let device = state.device.clone().unwrap_or_else(|| t(Key::DevicesUnknown));
            let time = state.used.map(at).unwrap_or_default();
            tf(Key::DuoOpened, &[("device", &device), ("time", &time)])
        }
        InvitationStatus::Expired => t(Key::DuoExpired),
        InvitationStatus::Ended => t(Key::DuoEnded),
        InvitationStatus::Waiting | InvitationStatus::Other(_) => {
            let until = tf(Key::DuoValidUntil, &[("time", &at(state.expires))]);
            format!("{}. {until}.", t(Key::DuoNotOpened))
        }
    }
}

/// Whether the coordinator is asked who came in.
#[must_use]
pub fn asks_who(state: &InvitationState) -> bool {
    state.status == InvitationStatus::Used
}
