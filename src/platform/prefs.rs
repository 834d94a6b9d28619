//! Small choices that live on this device alone: language, text size, region.
//!
//! Nothing about a person belongs here. Where storage is refused a choice lasts as long as the
//! page.

use leptos::prelude::window;

use crate::platform::scratch;

/// A choice that the device remembers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pref {
    /// Tag of the language.
    Language,
    /// Value of `data-text`.
    TextSize,
    /// Id of the person who was signed in last; the name is not here.
    Person,
    /// The day on which the monthly question was put off.
    PulseSkipped,
    /// The region whose services are shown.
    Region,
    /// Id of the board that was open last, where a person has several.
    Board,
    /// How much data the app may use (`network.rs`); the browser's wish where nothing is chosen.
    Data,
    /// The month, and the bytes that the app used in it: `2026-11 1234567`.
    DataUsed,
    /// What the device's clock is wrong by, in milliseconds.
    ClockOffset,
    /// Since when something waits on this device: a sign that outlives the stored words themselves.
    Unsent,
    /// The end of the duo after which the mentee said that sharing is over.
    SharingOver,
}

impl Pref {
    fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::TextSize => "text-size",
            Self::Person => "person",
            Self::PulseSkipped => "pulse-skipped",
            Self::Region => "region",
            Self::Board => "board",
            Self::Data => "data",
            Self::DataUsed => "data-used",
            Self::ClockOffset => "clock-offset",
            Self::Unsent => "unsent",
            Self::SharingOver => "sharing-over",
        }
    }
}

/// The remembered value.
#[must_use]
pub fn get(pref: Pref) -> Option<String> {
    window().local_storage().ok()??.get_item(pref.name()).ok()?
}

/// Remembers a value, where the browser lets us.
pub fn set(pref: Pref, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        // Full or refused storage: the choice then lasts as long as the page.
        let _ = storage.set_item(pref.name(), value);
    }
}

/// Forgets a value.
pub fn remove(pref: Pref) {
    if let Ok(Some(storage)) = window().local_storage() {
        // As above.
        let _ = storage.remove_item(pref.name());
    }
}

/// Forgets everything, half-typed words included: the person leaves this device.
pub fn clear() {
    for storage in [window().local_storage(), window().session_storage()] {
        if let Ok(Some(storage)) = storage {
            // As above.
            let _ = storage.clear();
        }
    }
    scratch::clear();
}
