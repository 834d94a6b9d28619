//! The state of a duo as a coordinator reads it: a word, a picture and a colour, never one alone.

use board::health::DuoState;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        chip::{Chip, ChipKind},
        icon::IconName,
    },
    i18n::text,
};

/// The state in one word or two.
#[must_use]
pub fn state_key(state: DuoState) -> Key {
    match state {
        DuoState::Closed => Key::CaseStateClosed,
        DuoState::HelpRequested => Key::CaseStateHelpRequested,
        DuoState::Paused => Key::CaseStatePaused,
        DuoState::ClosureOverdue => Key::CaseStateClosureOverdue,
        DuoState::Stalled => Key::CaseStateStalled,
        DuoState::Watch => Key::CaseStateWatch,
        DuoState::TooEarly => Key::CaseStateTooEarly,
        DuoState::OnTrack => Key::CaseStateOnTrack,
    }
}

/// The picture of a state.
#[must_use]
pub fn state_icon(state: DuoState) -> IconName {
    match state {
        DuoState::Closed => IconName::Flag,
        DuoState::HelpRequested => IconName::Phone,
        DuoState::Paused => IconName::Lock,
        DuoState::ClosureOverdue => IconName::Calendar,
        DuoState::Stalled => IconName::Alert,
        DuoState::Watch => IconName::Eye,
        DuoState::TooEarly => IconName::Clock,
        DuoState::OnTrack => IconName::Check,
    }
}

/// A state that asks for a call stands out.
#[component]
pub fn StateChip(
    /// Which.
    state: DuoState,
) -> impl IntoView {
    let kind = match state {
        DuoState::HelpRequested | DuoState::ClosureOverdue | DuoState::Stalled => ChipKind::Stop,
        DuoState::Watch => ChipKind::Attend,
        DuoState::OnTrack => ChipKind::Done,
        DuoState::Paused | DuoState::TooEarly | DuoState::Closed => ChipKind::Plain,
    };
    view! { <Chip label=text(state_key(state)) kind=kind icon=state_icon(state)/> }
}
