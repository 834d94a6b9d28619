//! What values and refusals are called: the same words as in the app.

use super::{form::Answer, reader::Reader};
use crate::pages::Texts;
use board::{
    objective::{Horizon, ObjectiveState},
    reject::Reject,
    step::Who,
    text::TextError,
};
use words::{Key, typed_date::DateError};

/// "Now", "soon", "later".
pub(super) fn horizon(horizon: &Horizon) -> Key {
    match horizon {
        Horizon::Short => Key::HorizonShort,
        Horizon::Medium => Key::HorizonMedium,
        Horizon::Long => Key::HorizonLong,
        Horizon::Other(_) => Key::HorizonUnknown,
    }
}

/// Where an objective stands.
pub(super) fn state(state: &ObjectiveState) -> Key {
    match state {
        ObjectiveState::Active => Key::StatusOpen,
        ObjectiveState::Paused => Key::StatusPaused,
        ObjectiveState::Reached => Key::StatusReached,
        ObjectiveState::ChangedMind => Key::StatusAbandoned,
        ObjectiveState::Other(_) => Key::StatusUnknown,
    }
}

/// Who does a step, when that is not whoever reads.
pub(super) fn who(reader: &Reader, who: &Who) -> Option<String> {
    let texts = reader.texts();
    match (who, reader.is_mentee()) {
        (Who::Mentee, true) | (Who::Mentor, false) => None,
        (Who::Both, _) => Some(texts.get(Key::StepWhoBoth).to_owned()),
        (Who::Mentee, false) | (Who::Mentor, true) => {
            let name = reader.other_name();
            Some(if name.is_empty() { texts.get(Key::PrivacyMentor) } else { name }.to_owned())
        }
        (Who::Other(_), _) => Some(texts.get(Key::StepWhoOther).to_owned()),
    }
}

/// The answers to "who does it?", from where the person sits.
pub(super) fn doers(reader: &Reader) -> Vec<Answer> {
    let me = reader.texts().get(Key::StepWhoMe);
    let label = |it: &Who| who(reader, it).unwrap_or_else(|| me.to_owned());
    let answer = |it: &'static Who| Answer { value: it.as_str(), label: label(it), hint: None };
    Who::ALL.iter().map(answer).collect()
}

/// Why a day cannot be read; `label` is the question.
pub(super) fn date_error(texts: Texts<'_>, error: DateError, label: &str) -> String {
    let key = match error {
        DateError::Incomplete => Key::ErrorDateIncomplete,
        DateError::Day => Key::ErrorDateDay,
        DateError::Month => Key::ErrorDateMonth,
        DateError::Year => Key::ErrorDateYear,
    };
    texts.fill(key, &[("field", label)])
}

/// Why a text cannot be used; `label` is the question.
pub(super) fn text_error(texts: Texts<'_>, error: TextError, label: &str) -> String {
    let say = |key| texts.fill(key, &[("field", label)]);
    match error {
        TextError::Empty => say(Key::ErrorEmpty),
        TextError::TooLong { max } => {
            texts.fill(Key::ErrorTooLong, &[("field", label), ("max", &max.to_string())])
        }
        TextError::Unstorable => say(Key::ErrorUnreadable),
        TextError::NotALink => say(Key::ErrorLink),
        TextError::NationalNumber => say(Key::ErrorNationalNumber),
        TextError::CardNumber => say(Key::ErrorCardNumber),
    }
}

/// Why a change cannot be carried out.
pub(super) fn reject(reject: &Reject) -> Key {
    match reject {
        Reject::NotFound => Key::RejectNotFound,
        Reject::NotAllowed => Key::RejectNotAllowed,
        Reject::Removed => Key::RejectRemoved,
        Reject::TooLate => Key::RejectTooLate,
        Reject::Exists => Key::RejectExists,
        Reject::Sealed => Key::RejectSealed,
        Reject::Full => Key::RejectFull,
        Reject::Text { .. } => Key::RejectText,
        Reject::WrongKind | Reject::UnknownValue => Key::RejectUnknown,
    }
}
