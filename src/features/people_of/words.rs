//! Languages, hours and ways, in words.

use board::{
    actor::Role,
    office::matching::{Hours, Spoken, Way},
};
use leptos::prelude::{Signal, untrack};
use words::{Key, Lang};

use crate::{components::choice::ChoiceOption, i18n::text, state::session::SessionState};

/// The name of a language.
#[must_use]
pub fn spoken_key(lang: Spoken) -> Key {
    match lang {
        Spoken::French => Key::SpokenFr,
        Spoken::Dutch => Key::SpokenNl,
        Spoken::English => Key::SpokenEn,
        Spoken::German => Key::SpokenDe,
        Spoken::Arabic => Key::SpokenAr,
        Spoken::Tamazight => Key::SpokenBer,
        Spoken::Turkish => Key::SpokenTr,
        Spoken::Spanish => Key::SpokenEs,
        Spoken::Portuguese => Key::SpokenPt,
        Spoken::Italian => Key::SpokenIt,
        Spoken::Romanian => Key::SpokenRo,
        Spoken::Polish => Key::SpokenPl,
        Spoken::Ukrainian => Key::SpokenUk,
        Spoken::Russian => Key::SpokenRu,
        Spoken::Albanian => Key::SpokenSq,
        Spoken::Persian => Key::SpokenFa,
        Spoken::Pashto => Key::SpokenPs,
        Spoken::Tigrinya => Key::SpokenTi,
        Spoken::Somali => Key::SpokenSo,
        Spoken::Lingala => Key::SpokenLn,
        Spoken::Swahili => Key::SpokenSw,
        Spoken::Pular => Key::SpokenFf,
    }
}

/// When somebody can meet.
#[must_use]
pub fn hours_key(hours: Hours) -> Key {
    match hours {
        Hours::WeekdayMorning => Key::PeopleOfHoursWeekdayMorning,
        Hours::WeekdayAfternoon => Key::PeopleOfHoursWeekdayAfternoon,
        Hours::WeekdayEvening => Key::PeopleOfHoursWeekdayEvening,
        Hours::Weekend => Key::PeopleOfHoursWeekend,
    }
}

/// How somebody can meet.
#[must_use]
pub fn way_key(way: Way) -> Key {
    match way {
        Way::InPerson => Key::PeopleOfWaysInPerson,
        Way::Video => Key::PeopleOfWaysVideo,
    }
}

/// Mentee or mentor.
#[must_use]
pub fn role_key(role: &Role) -> Key {
    if *role == Role::Mentor { Key::DuoMentor } else { Key::DuoMentee }
}

/// The two roles as answers.
#[must_use]
pub fn role_options() -> Vec<ChoiceOption> {
    [Role::Mentee, Role::Mentor]
        .map(|role| ChoiceOption::new(role.as_str().to_owned(), text(role_key(&role))))
        .to_vec()
}

/// The languages of the app as answers.
#[must_use]
pub fn lang_options() -> Vec<ChoiceOption> {
    Lang::ALL
        .map(|lang| ChoiceOption::new(lang.tag(), Signal::stored(lang.own_name().to_owned())))
        .to_vec()
}

/// The own branches as answers; not tracked.
#[must_use]
pub fn branch_options() -> Vec<ChoiceOption> {
    let session = untrack(|| SessionState::expect().session());
    let branches = session.map(|session| session.branches).unwrap_or_default();
    let option = |branch: board::protocol::session::BranchInfo| {
        ChoiceOption::new(branch.id.to_string(), Signal::stored(branch.name))
    };
    branches.into_iter().map(option).collect()
}
