//! Dates, times, numbers and lists in the language of the page; all of them tracked.

use chrono::{Datelike, NaiveDate};

use crate::{
    i18n::lang,
    platform::{clock, intl},
};

/// "jeudi 26 mars".
#[must_use]
pub fn long_date(date: NaiveDate) -> String {
    intl::long_date(lang().tag(), date)
}

/// "Jeudi", as it begins a sentence.
#[must_use]
pub fn weekday(date: NaiveDate) -> String {
    let long = long_date(date);
    let word = long.split([' ', ',', '\u{a0}']).next().unwrap_or_default();
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

/// "26 mars".
#[must_use]
pub fn short_date(date: NaiveDate) -> String {
    intl::short_date(lang().tag(), date)
}

/// "26/03/2026", as offices in Belgium write it in each of our languages.
#[must_use]
pub fn digits(date: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

/// "mars".
#[must_use]
pub fn month(date: NaiveDate) -> String {
    intl::month(lang().tag(), date)
}

/// "jeudi 26 mars, 14 h".
#[must_use]
pub fn date_time(ms: f64) -> String {
    intl::date_time(lang().tag(), ms)
}

/// "14 h".
#[must_use]
pub fn time(ms: f64) -> String {
    intl::time(lang().tag(), ms)
}

/// "demain", "il y a 3 jours".
#[must_use]
pub fn relative_date(date: NaiveDate) -> String {
    intl::relative_days(lang().tag(), (date - clock::today()).num_days())
}

/// "il y a 5 minutes".
#[must_use]
pub fn since(then_ms: f64) -> String {
    intl::since(lang().tag(), then_ms, clock::true_ms())
}

/// "1 234".
#[must_use]
pub fn number(number: usize) -> String {
    // Counts of things in a plan are far below 2^53.
    intl::number(lang().tag(), number as f64)
}

/// A number with a comma or a point.
#[must_use]
pub fn decimal(number: f64) -> String {
    intl::number(lang().tag(), number)
}

/// "a, b et c".
#[must_use]
pub fn list(parts: Vec<String>) -> String {
    intl::list(lang().tag(), parts)
}
