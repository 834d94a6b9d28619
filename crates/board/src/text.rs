//! What people type: limits, cleaning, and the errors an app can explain.
//!
//! Parse, don't validate: an [`Op`](crate::op::Op) is only built from texts that passed here.

use crate::guard::{self, Private};
use wire::Wire;

/// Longest single line (a title, an employer, a link), in characters.
pub const LINE_MAX: usize = 200;
/// Longest free text (notes, a comment), in characters.
pub const TEXT_MAX: usize = 4000;

/// Why a typed text cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire, thiserror::Error)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TextError {
    /// Nothing was written where something is needed.
    #[error("the text is empty")]
    Empty,
    /// More characters than the field can hold.
    #[error("the text has more than {max} characters")]
    TooLong {
        /// The most characters the field holds.
        max: usize,
    },
    /// U+0000, which no database stores faithfully.
    #[error("the text holds a character that cannot be stored")]
    Unstorable,
    /// The address of a page does not start with http:// or https://.
    #[error("the text is not the address of a web page")]
    NotALink,
    /// A national number (T16).
    #[error("the text holds a national number")]
    NationalNumber,
    /// The number of a payment card (T16).
    #[error("the text holds the number of a payment card")]
    CardNumber,
}

/// Cleans a one-line text: inner white space becomes one space, ends are trimmed. May be empty.
///
/// # Errors
/// [`TextError::TooLong`] and [`TextError::Unstorable`].
pub fn parse_line(typed: &str) -> Result<String, TextError> {
    let visible = without_hidden(typed);
    let words = visible.split(breaks).filter(|word| !word.is_empty());
    let line = words.collect::<Vec<_>>().join(" ");
    check(line.trim().to_owned(), LINE_MAX)
}

/// White space, but for the spaces that French sets before its signs: they hold a line together.
fn breaks(sign: char) -> bool {
    sign.is_whitespace() && !matches!(sign, '\u{a0}' | '\u{202f}')
}

/// Like [`parse_line`], and refuses an empty line.
///
/// # Errors
/// Any [`TextError`] but `NotALink`.
pub fn parse_title(typed: &str) -> Result<String, TextError> {
    match parse_line(typed)? {
        line if line.is_empty() => Err(TextError::Empty),
        line => Ok(line),
    }
}

/// Cleans a free text: line ends become `\n`, ends are trimmed. May be empty.
///
/// # Errors
/// [`TextError::TooLong`] and [`TextError::Unstorable`].
pub fn parse_text(typed: &str) -> Result<String, TextError> {
    check(without_hidden(typed).replace("\r\n", "\n").trim().to_owned(), TEXT_MAX)
}

/// Leaves out signs that nobody sees: those that turn the direction of what follows, and spaces
/// without width. The joiners of Persian and of emoji stay.
fn without_hidden(typed: &str) -> String {
    let hidden = |sign: char| matches!(sign, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    typed.chars().filter(|sign| !hidden(*sign)).collect()
}

/// The address of a page: empty, or with `https://` put before it when no scheme was typed.
///
/// Only http and https are accepted, so that no stored link can run a script.
///
/// # Errors
/// [`TextError::NotALink`] when it cannot be one, and those of [`parse_line`].
pub fn parse_link(typed: &str) -> Result<String, TextError> {
    let line = parse_line(typed)?;
    if line.is_empty() {
        return Ok(line);
    }
    let lower = line.to_ascii_lowercase();
    let full = if lower.starts_with("https://") || lower.starts_with("http://") {
        line
    } else {
        format!("https://{line}")
    };
    let host = full.split("://").nth(1).and_then(|rest| rest.split(['/', '?', '#']).next());
    match host {
        Some(host) if !full.contains(char::is_whitespace) && is_host(host) => check(full, LINE_MAX),
        _ => Err(TextError::NotALink),
    }
}

fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    name.contains('.')
        && name.split('.').all(|label| !label.is_empty())
        && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.')
        && port.chars().all(|c| c.is_ascii_digit())
}

pub(crate) fn check(text: String, max: usize) -> Result<String, TextError> {
    if text.contains('\0') {
        return Err(TextError::Unstorable);
    }
    if text.chars().count() > max {
        return Err(TextError::TooLong { max });
    }
    match guard::find(&text) {
        Some(Private::NationalNumber) => Err(TextError::NationalNumber),
        Some(Private::CardNumber) => Err(TextError::CardNumber),
        // People may need the account of a fee; the app reminds them where it is better left out.
        Some(Private::BankAccount) | None => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cleaned_and_bounded() {
        assert_eq!(parse_title("  Aide \n soignante "), Ok("Aide soignante".into()));
        assert_eq!(parse_title("\u{a0}Où\u{a0}? Ici\u{a0}"), Ok("Où\u{a0}? Ici".into()));
        assert_eq!(parse_title(" \t\u{a0}"), Err(TextError::Empty));
        assert_eq!(parse_title("\u{200b}\u{202e}"), Err(TextError::Empty));
        assert_eq!(parse_text("a\u{202e}bc می\u{200c}خواهم"), Ok("abc می\u{200c}خواهم".into()));
        assert_eq!(parse_line(&"é".repeat(200)).map(|line| line.chars().count()), Ok(200));
        assert_eq!(parse_line(&"é".repeat(201)), Err(TextError::TooLong { max: 200 }));
        assert_eq!(parse_text("a\0b"), Err(TextError::Unstorable));
    }

    #[test]
    fn links_are_web_pages_only() {
        assert_eq!(parse_link("forem.be/offre?x=1"), Ok("https://forem.be/offre?x=1".into()));
        assert_eq!(parse_link(""), Ok(String::new()));
        for typed in ["javascript:alert(1)", "mailto:a@b.be", "deux mots.be", "crèche", "http://"]
        {
            assert_eq!(parse_link(typed), Err(TextError::NotALink), "{typed}");
        }
    }
}
