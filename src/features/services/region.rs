//! The regions of Belgium, and the one whose services this device shows.

use board::protocol::library::Region;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::choice::ChoiceOption,
    i18n::{t, text},
    platform::prefs::{self, Pref},
    state::board::BoardState,
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

/// What the device keeps for all regions: nothing chosen is something else.
const ALL: &str = "all";

fn kept() -> Option<String> {
    prefs::get(Pref::Region).filter(|word| word == ALL || known(word).is_some())
}

/// The word of the region that was chosen on this device, else of the duo's own; empty for all.
#[must_use]
pub fn remembered() -> String {
    let own = || use_context::<BoardState>().and_then(|board| board.info().region);
    let word = kept().or_else(|| own().map(|region| region.as_str().to_owned()));
    word.filter(|word| word != ALL).unwrap_or_default()
}

/// The word of the region that was chosen on this device; empty where nobody chose one. For what a
/// person says of a region: nobody answers that for them.
#[must_use]
pub fn chosen() -> String {
    kept().filter(|word| word != ALL).unwrap_or_default()
}

/// Keeps the choice on this device.
pub fn remember(word: &str) {
    prefs::set(Pref::Region, if word.is_empty() { ALL } else { word });
}

/// The region behind the value of a form; an empty value is all of them.
#[must_use]
pub fn known(word: &str) -> Option<Region> {
    Some(Region::from_word(word)).filter(|region| region.is_known())
}
