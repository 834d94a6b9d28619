//! What the kinds of key dates are called, and how far away a day is.

use board::key_date::KeyDateKind;
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::choice::ChoiceOption,
    i18n::{format, text, tf},
};

/// What ends or comes on the day.
#[must_use]
pub fn kind_key(kind: &KeyDateKind) -> Key {
    match kind {
        KeyDateKind::Permit => Key::KeyDateKindPermit,
        KeyDateKind::Benefits => Key::KeyDateKindBenefits,
        KeyDateKind::Equivalence => Key::KeyDateKindEquivalence,
        KeyDateKind::PiisReview => Key::KeyDateKindPiis,
        KeyDateKind::Integration => Key::KeyDateKindIntegration,
        KeyDateKind::Own => Key::KeyDateKindOwn,
        KeyDateKind::Other(_) => Key::KeyDateKindOther,
    }
}

/// The answers to "what is it?".
#[must_use]
pub fn kind_options() -> Signal<Vec<ChoiceOption>> {
    let option = |kind: &KeyDateKind| ChoiceOption::new(kind.as_str(), text(kind_key(kind)));
    Signal::stored(KeyDateKind::ALL.iter().map(option).collect())
}

/// "jeudi 26 mars (dans 12 jours)"; tracked.
#[must_use]
pub fn when_words(on: NaiveDate) -> String {
    let (date, away) = (format::long_date(on), format::relative_date(on));
    tf(Key::ApplicationDayIs, &[("date", &date), ("away", &away)])
}
