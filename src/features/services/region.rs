//! The regions of Belgium, and the one whose services this device shows.

use board::protocol::library::Region;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::choice::ChoiceOption,
    i18n::{t, text},
    platform::prefs::{self, Pref},
};

/// The name of a region; tracked.
#[must_use]
pub fn region_name(region: &Region) -> String {
    t(region_key(region))
}

fn region_key(region: &Region) -> Key {
    match region {
        Region::Brussels => Key::RegionBrussels,
        Region::Wallonia => Key::RegionWallonia,
        Region::Flanders => Key::RegionFlanders,
        Region::Other(_) => Key::RegionOther,
    }
}

/// The answers to "in which region?".
#[must_use]
pub fn region_options() -> Signal<Vec<ChoiceOption>> {
    let option = |region: &Region| ChoiceOption::new(region.as_str(), text(region_key(region)));
    Signal::stored(Region::ALL.iter().map(option).collect())
}

/// The word of the region that was chosen on this device; empty for all of them.
#[must_use]
pub fn remembered() -> String {
    prefs::get(Pref::Region).filter(|word| known(word).is_some()).unwrap_or_default()
}

/// Keeps the choice on this device.
pub fn remember(word: &str) {
    prefs::set(Pref::Region, word);
}

/// The region behind the value of a form; an empty value is all of them.
#[must_use]
pub fn known(word: &str) -> Option<Region> {
    Some(Region::from_word(word)).filter(|region| region.is_known())
}
