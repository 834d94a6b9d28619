//! What stands about meetings in words.

use board::{
    id::PersonId,
    meeting::{DayTime, Meeting, MeetingHow, MeetingState, MeetingWord},
};
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::choice::ChoiceOption,
    features::{meetings::facts::MeetingFacts, people},
    i18n::{format, t, text, tf, tn},
    state::board::BoardState,
};

/// "14 h", "14 h 30"; tracked.
#[must_use]
pub fn time_words(time: DayTime) -> String {
    let (hour, minute) = (time.0 / 60, time.0 % 60);
    let hour = hour.to_string();
    if minute == 0 {
        tf(Key::MeetingHour, &[("h", &hour)])
    } else {
        tf(Key::MeetingHourMinute, &[("h", &hour), ("m", &format!("{minute:02}"))])
    }
}

/// "jeudi 26 mars, 14 h"; tracked.
#[must_use]
pub fn when_words(on: NaiveDate, time: Option<DayTime>) -> String {
    let day = format::long_date(on);
    time.map_or_else(|| day.clone(), |time| format!("{day}, {}", time_words(time)))
}

/// "une heure", "1 h 30"; tracked.
#[must_use]
pub fn length_words(minutes: u16) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (hours, rest) {
        (0, rest) => tn(Key::MeetingLengthMinutes, usize::from(rest)),
        (hours, 0) => tn(Key::MeetingLengthHours, usize::from(hours)),
        (hours, rest) => {
            tf(Key::MeetingHoursMinutes, &[("h", &hours.to_string()), ("m", &format!("{rest:02}"))])
        }
    }
}

/// How the two meet.
#[must_use]
pub fn how_key(how: &MeetingHow) -> Key {
    match how {
        MeetingHow::InPerson => Key::MeetingHowInPerson,
        MeetingHow::Phone => Key::MeetingHowPhone,
        MeetingHow::Video => Key::MeetingHowVideo,
        MeetingHow::Other(_) => Key::MeetingHowOther,
    }
}

/// The answers to "how do you meet?".
#[must_use]
pub fn how_options() -> Signal<Vec<ChoiceOption>> {
    let options = MeetingHow::ALL.iter();
    Signal::stored(
        options.map(|how| ChoiceOption::new(how.as_str(), text(how_key(how)))).collect::<Vec<_>>(),
    )
}

/// Where a meeting stands.
#[must_use]
pub fn state_key(state: &MeetingState) -> Key {
    match state {
        MeetingState::Proposed => Key::MeetingStateProposed,
        MeetingState::Planned => Key::MeetingStatePlanned,
        MeetingState::Held => Key::MeetingStateHeld,
        MeetingState::Missed => Key::MeetingStateMissed,
        MeetingState::Excused => Key::MeetingStateExcused,
        MeetingState::Declined => Key::MeetingStateDeclined,
        MeetingState::Other(_) => Key::MeetingStateOther,
    }
}

/// "Sur place · Café de la Gare · une heure", as much of it as is known; tracked.
#[must_use]
pub fn about_words(facts: &MeetingFacts) -> String {
    join_about(&facts.how, &facts.place, facts.minutes)
}

/// The same, from the meeting itself; tracked.
#[must_use]
pub fn about_words_of(meeting: &Meeting) -> String {
    join_about(&meeting.how, &meeting.place.text, meeting.minutes)
}

fn join_about(how: &MeetingHow, place: &str, minutes: Option<u16>) -> String {
    let place = Some(place.to_owned()).filter(|place| !place.is_empty());
    let parts = [Some(t(how_key(how))), place, minutes.map(length_words)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Who noted that it took place; tracked.
#[must_use]
pub fn noted_words(board: BoardState, logged: &[PersonId]) -> Option<String> {
    match logged {
        [] => None,
        [one] if *one == board.actor().person => Some(t(Key::MeetingNotedYou)),
        [one] => Some(tf(Key::MeetingNotedBy, &[("name", &people::name_of(board, *one))])),
        _ => Some(t(Key::MeetingNotedBoth)),
    }
}

/// What one of the two said before a meeting; tracked.
#[must_use]
pub fn said_words(board: BoardState, by: PersonId, word: &MeetingWord) -> String {
    let own = by == board.actor().person;
    let name = people::name_of(board, by);
    match (word, own) {
        (MeetingWord::Late, true) => t(Key::MeetingSaidLate),
        (MeetingWord::Late, false) => tf(Key::MeetingSaidLateBy, &[("name", &name)]),
        (MeetingWord::CannotCome, true) => t(Key::MeetingSaidCannot),
        (MeetingWord::CannotCome, false) => tf(Key::MeetingSaidCannotBy, &[("name", &name)]),
        (MeetingWord::Other(_), _) => tf(Key::MeetingSaidOther, &[("name", &name)]),
    }
}

/// Who waits for whom, while a day is not agreed on; tracked.
#[must_use]
pub fn waiting_words(board: BoardState, facts: &MeetingFacts) -> Option<String> {
    let own = facts.proposed_by == board.actor().person;
    let named = |key| {
        let other = board.other_name();
        let name = if other.is_empty() { t(Key::PeopleFormer) } else { other };
        Some(tf(key, &[("name", &name)]))
    };
    match (&facts.state, own) {
        (MeetingState::Proposed, true) => named(Key::MeetingYouWait),
        (MeetingState::Proposed, false) => named(Key::MeetingTheyPropose),
        // The day is the proposer's; the other one cannot.
        (MeetingState::Declined, true) => named(Key::MeetingTheyDeclined),
        (MeetingState::Declined, false) => named(Key::MeetingYouDeclined),
        _ => None,
    }
}
