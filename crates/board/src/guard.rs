//! Numbers that do not belong on a board: national numbers, payment cards, bank accounts
//! (features.md T16). People write freely, and such a number slips in without a thought.
//!
//! Only what carries a valid check number in a shape people write it in is found, so that
//! telephone numbers, dates and numbers of companies pass.

mod account;
mod number;

use wire::Wire;

/// A number that should not be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Private {
    /// A Belgian national number or bis number.
    NationalNumber,
    /// The number of a payment card.
    CardNumber,
    /// The number of a bank account (IBAN).
    BankAccount,
}

/// Whether a typed text holds a number that should not be written down, and of which kind.
#[must_use]
pub fn find(text: &str) -> Option<Private> {
    let mut signs = signs(text);
    let account = account::cut_out(&mut signs);
    // An account is cut out first: its digits can look like those of a card.
    number::find(&signs).or(account.then_some(Private::BankAccount))
}

/// What people see of the text, with Persian and Arabic digits as `0` to `9`.
///
/// Addresses of pages are left out: job offers carry long numbers in theirs.
fn signs(text: &str) -> Vec<char> {
    let mut signs = Vec::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        if word.contains("://") || word.starts_with("www.") {
            signs.push('\n');
        } else {
            signs.extend(word.chars().filter(|sign| !is_hidden(*sign)).map(western));
        }
    }
    signs
}

/// Signs without width, which come along when a number is copied.
fn is_hidden(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(sign, '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn western(sign: char) -> char {
    let zero = match sign {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        _ => return sign,
    };
    char::from_digit(sign as u32 - zero, 10).unwrap_or(sign)
}

/// How many signs from `at` on only part the groups of one number; `None` when they end it.
fn gap(signs: &[char], at: usize) -> Option<usize> {
    // "85.07.30 - 033.28" has three; more than that are two numbers.
    let long = signs.get(at..)?.iter().take(4).take_while(|sign| is_separator(**sign)).count();
    (long < 4).then_some(long)
}

fn is_separator(sign: char) -> bool {
    is_blank(sign) || matches!(sign, '.' | '-' | '/' | '_' | '·' | '\u{2010}'..='\u{2015}')
}

/// White space within a line.
fn is_blank(sign: char) -> bool {
    sign.is_whitespace() && !matches!(sign, '\n' | '\r')
}

#[cfg(test)]
mod tests;
