//! The words for horizons, themes and states. A value from a newer version has words too.

use board::objective::{Horizon, ObjectiveState, Theme};
use leptos::prelude::*;
use words::Key;

use crate::{components::choice::ChoiceOption, i18n::text};

/// "Now", "soon", "later".
#[must_use]
pub fn horizon_key(horizon: &Horizon) -> Key {
    match horizon {
        Horizon::Short => Key::HorizonShort,
        Horizon::Medium => Key::HorizonMedium,
        Horizon::Long => Key::HorizonLong,
        Horizon::Other(_) => Key::HorizonUnknown,
    }
}

/// What a horizon means; a newer one explains nothing here.
#[must_use]
pub fn horizon_hint_key(horizon: &Horizon) -> Option<Key> {
    match horizon {
        Horizon::Short => Some(Key::HorizonShortHint),
        Horizon::Medium => Some(Key::HorizonMediumHint),
        Horizon::Long => Some(Key::HorizonLongHint),
        Horizon::Other(_) => None,
    }
}

/// The name of a theme.
#[must_use]
pub fn theme_key(theme: &Theme) -> Key {
    match theme {
        Theme::Job => Key::ThemeJob,
        Theme::Training => Key::ThemeTraining,
        Theme::Language => Key::ThemeLanguage,
        Theme::Diploma => Key::ThemeDiploma,
        Theme::Housing => Key::ThemeHousing,
        Theme::Paperwork => Key::ThemeAdministrative,
        Theme::Money => Key::ThemeMoney,
        Theme::Health => Key::ThemeHealth,
        Theme::Family => Key::ThemeFamily,
        Theme::Mobility => Key::ThemeMobility,
        Theme::Digital => Key::ThemeDigital,
        Theme::Legal => Key::ThemeLegal,
        Theme::Network => Key::ThemeConfidence,
        Theme::Other(_) => Key::ThemeUnknown,
    }
}

/// Where an objective stands.
#[must_use]
pub fn state_key(state: &ObjectiveState) -> Key {
    match state {
        ObjectiveState::Active => Key::StatusOpen,
        ObjectiveState::Paused => Key::StatusPaused,
        ObjectiveState::Reached => Key::StatusReached,
        ObjectiveState::ChangedMind => Key::StatusAbandoned,
        ObjectiveState::Other(_) => Key::StatusUnknown,
    }
}

/// The answers to "by when?".
#[must_use]
pub fn horizon_options() -> Signal<Vec<ChoiceOption>> {
    let option = |horizon: &Horizon| {
        let option = ChoiceOption::new(horizon.as_str(), text(horizon_key(horizon)));
        match horizon_hint_key(horizon) {
            Some(hint) => option.hint(text(hint)),
            None => option,
        }
    };
    Signal::stored(Horizon::ALL.iter().map(option).collect())
}

/// The answers to "which theme?".
#[must_use]
pub fn theme_options() -> Signal<Vec<ChoiceOption>> {
    let option = |theme: &Theme| ChoiceOption::new(theme.as_str(), text(theme_key(theme)));
    Signal::stored(Theme::ALL.iter().map(option).collect())
}

/// The answers to "where does it stand?".
#[must_use]
pub fn state_options() -> Signal<Vec<ChoiceOption>> {
    let option = |state: &ObjectiveState| ChoiceOption::new(state.as_str(), text(state_key(state)));
    Signal::stored(ObjectiveState::ALL.iter().map(option).collect())
}

/// The theme behind the value of a form; an empty value is no theme.
#[must_use]
pub fn theme_from(value: &str) -> Option<Theme> {
    (!value.is_empty()).then(|| Theme::from_word(value))
}
