//! Why a typed text cannot be used, in the person's words: the same beside the input and in the
//! summary.

use crate::i18n::{format, tf};
use board::{reject::Reject, text::TextError};
use words::Key;

/// The sentence for a text that cannot be used; `label` is the question. Tracked.
#[must_use]
pub fn text_error(error: TextError, label: &str) -> String {
    match error {
        TextError::Empty => tf(Key::ErrorEmpty, &[("field", label)]),
        TextError::TooLong { max } => {
            tf(Key::ErrorTooLong, &[("field", label), ("max", &format::number(max))])
        }
        TextError::Unstorable => tf(Key::ErrorUnreadable, &[("field", label)]),
        TextError::NotALink => tf(Key::ErrorLink, &[("field", label)]),
        TextError::NationalNumber => tf(Key::ErrorNationalNumber, &[("field", label)]),
        TextError::CardNumber => tf(Key::ErrorCardNumber, &[("field", label)]),
    }
}

/// The sentence for a change that cannot be carried out. Tracked.
#[must_use]
pub fn reject_text(reject: &Reject) -> String {
    let key = match reject {
        Reject::NotFound => Key::RejectNotFound,
        Reject::NotAllowed => Key::RejectNotAllowed,
        Reject::Removed => Key::RejectRemoved,
        Reject::TooLate => Key::RejectTooLate,
        Reject::Exists => Key::RejectExists,
        Reject::Sealed => Key::RejectSealed,
        Reject::Full => Key::RejectFull,
        Reject::Text { .. } => Key::RejectText,
        Reject::WrongKind | Reject::UnknownValue => Key::RejectUnknown,
    };
    tf(key, &[])
}
