//! Collects every field of a request that breaks a rule, so that people hear of all at once.
//!
//! For texts that many will read: a number that belongs to one person is refused (T16).

use super::problem::ApiError;
use board::{
    guard,
    protocol::problem::{FieldProblem, FieldRule},
    text::{self, TextError},
};
use words::Lang;

/// The fields that break a rule, as they are found.
#[derive(Debug, Default)]
pub struct Fields(Vec<FieldProblem>);

impl Fields {
    /// Notes a field that breaks a rule.
    pub fn note(&mut self, field: &str, rule: FieldRule) {
        self.0.push(FieldProblem { field: field.to_owned(), rule });
    }

    /// Notes a field that must hold one of several values and does not.
    pub fn known(&mut self, field: &str, is_known: bool) {
        if !is_known {
            self.note(field, FieldRule::Unknown);
        }
    }

    /// The tag of a language that we have.
    pub fn lang(&mut self, field: &str, tag: &str) {
        self.known(field, Lang::ALL.iter().any(|lang| lang.tag() == tag));
    }

    /// Cleans a text of at most `max` characters; it may be empty.
    pub fn text(&mut self, field: &str, typed: &mut String, max: usize) {
        if guard::find(typed).is_some() {
            return self.note(field, FieldRule::PrivateNumber);
        }
        match text::parse_text(typed) {
            Ok(clean) if clean.chars().count() > max => self.note(field, FieldRule::TooLong),
            Ok(clean) => *typed = clean,
            Err(TextError::TooLong { .. }) => self.note(field, FieldRule::TooLong),
            Err(_) => self.note(field, FieldRule::Unstorable),
        }
    }

    /// Cleans a text of at most `max` characters, which says something.
    pub fn needed(&mut self, field: &str, typed: &mut String, max: usize) {
        self.text(field, typed, max);
        if text::parse_text(typed).is_ok_and(|clean| clean.is_empty()) {
            self.note(field, FieldRule::Empty);
        }
    }

    /// Like [`Self::needed`], on one line.
    pub fn line(&mut self, field: &str, typed: &mut String, max: usize) {
        *typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        self.needed(field, typed, max);
    }

    /// What was cleaned, when no field breaks a rule.
    ///
    /// # Errors
    /// Every field that breaks one.
    pub fn or<T>(self, clean: T) -> Result<T, ApiError> {
        if self.0.is_empty() { Ok(clean) } else { Err(ApiError::Fields(self.0)) }
    }
}
