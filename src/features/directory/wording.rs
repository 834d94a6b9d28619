//! The kinds of services, in words.

use leptos::prelude::*;
use words::Key;

use crate::{components::choice::ChoiceOption, i18n::text};

/// Every kind, in the order people meet them: its word on the wire and its name.
const KINDS: [(&str, Key); 17] = [
    ("cpas", Key::ServiceKindCpas),
    ("pes", Key::ServiceKindPes),
    ("training", Key::ServiceKindTraining),
    ("reception", Key::ServiceKindReception),
    ("integration_office", Key::ServiceKindIntegrationOffice),
    ("local_mission", Key::ServiceKindLocalMission),
    ("diploma", Key::ServiceKindDiploma),
    ("health_fund", Key::ServiceKindHealthFund),
    ("housing", Key::ServiceKindHousing),
    ("legal_aid", Key::ServiceKindLegalAid),
    ("language", Key::ServiceKindLanguage),
    ("youth", Key::ServiceKindYouth),
    ("interpreter", Key::ServiceKindInterpreter),
    ("family", Key::ServiceKindFamily),
    ("digital", Key::ServiceKindDigital),
    ("debt", Key::ServiceKindDebt),
    ("other", Key::ServiceKindOther),
];

/// The name of a kind; that of another service for one of a newer server.
pub(super) fn kind_key(word: &str) -> Key {
    let found = KINDS.iter().find(|(kind, _)| *kind == word);
    found.map_or(Key::ServiceKindOther, |(_, key)| *key)
}

/// The answers to "what kind of service?".
pub(super) fn kind_options() -> Signal<Vec<ChoiceOption>> {
    let option = |(word, key): (&'static str, Key)| ChoiceOption::new(word, text(key));
    Signal::stored(KINDS.map(option).to_vec())
}
