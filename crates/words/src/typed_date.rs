//! Reads a date as people write it. Pure; no clock and no language setting.

use chrono::NaiveDate;
use thiserror::Error;

/// The first part that cannot be read.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum DateError {
    /// One or two parts are empty.
    #[error("a part of the date is missing")]
    Incomplete,
    /// Not a day of that month.
    #[error("the day is not in that month")]
    Day,
    /// Neither a number from 1 to 12 nor a known name.
    #[error("the month cannot be read")]
    Month,
    /// Not a year of four digits.
    #[error("the year cannot be read")]
    Year,
}

/// Names in French, Dutch and English, without accents; three letters are enough to tell.
const MONTHS: [&[&str]; 12] = [
    &["janvier", "januari", "january"],
    &["fevrier", "februari", "february"],
    &["mars", "maart", "mrt", "march"],
    &["avril", "april"],
    &["mai", "mei", "may"],
    &["juin", "juni", "june"],
    &["juillet", "juli", "july"],
    &["aout", "augustus", "august"],
    &["septembre", "september"],
    &["octobre", "oktober", "october"],
    &["novembre", "november"],
    &["decembre", "december"],
];

/// Reads three parts; `None` when all of them are empty.
///
/// # Errors
/// The first part that cannot be read, in the order year, month, day.
pub fn parse_date(day: &str, month: &str, year: &str) -> Result<Option<NaiveDate>, DateError> {
    let [day, month, year] = [day, month, year].map(plain);
    let empty = [&day, &month, &year].iter().filter(|part| part.is_empty()).count();
    match empty {
        3 => return Ok(None),
        0 => {}
        _ => return Err(DateError::Incomplete),
    }
    let year: i32 = Some(year)
        .filter(|year| year.len() == 4)
        .and_then(|year| year.parse().ok())
        .filter(|year| (1900..=2199).contains(year))
        .ok_or(DateError::Year)?;
    let month = parse_month(&month).ok_or(DateError::Month)?;
    let day: u32 = day.parse().map_err(|_| DateError::Day)?;
    NaiveDate::from_ymd_opt(year, month, day).map(Some).ok_or(DateError::Day)
}

fn parse_month(text: &str) -> Option<u32> {
    if let Ok(number) = text.parse() {
        return (1..=12).contains(&number).then_some(number);
    }
    if text.chars().count() < 3 {
        return None;
    }
    let mut fitting = (1u32..)
        .zip(MONTHS)
        .filter(|(_, names)| names.iter().any(|name| name.starts_with(text)))
        .map(|(number, _)| number);
    // "jui" is June or July: asking again is better than guessing.
    fitting.next().filter(|_| fitting.next().is_none())
}

/// Lower case, ASCII digits, no accents, no spaces or dots around.
fn plain(text: &str) -> String {
    text.trim_matches(|c: char| c.is_whitespace() || c == '.')
        .chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'é' | 'è' | 'ê' => 'e',
            'û' | 'ù' => 'u',
            '٠'..='٩' => digit(letter, '٠'),
            '۰'..='۹' => digit(letter, '۰'),
            other => other,
        })
        .collect()
}

fn digit(letter: char, zero: char) -> char {
    char::from_digit(letter as u32 - zero as u32, 10).expect("the match arm holds ten digits")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> Result<Option<NaiveDate>, DateError> {
        Ok(NaiveDate::from_ymd_opt(year, month, day))
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let cases = [
            ("3", "3", "2026"),
            ("03", "03", "2026"),
            (" 3 ", "mars", "2026"),
            ("3", "Maart", "2026"),
            ("3", "mrt.", "2026"),
            ("3", "MARCH", "2026"),
            ("٣", "٠٣", "٢٠٢٦"),
            ("۳", "۳", "۲۰۲۶"),
        ];
        for (day, month, year) in cases {
            assert_eq!(parse_date(day, month, year), date(2026, 3, 3), "{day} {month} {year}");
        }
        let names = [
            ("fév", 2),
            ("août", 8),
            ("aug", 8),
            ("mei", 5),
            ("déc.", 12),
            ("juil", 7),
            ("juni", 6),
        ];
        for (name, month) in names {
            assert_eq!(parse_date("1", name, "2027"), date(2027, month, 1), "{name}");
        }
        assert_eq!(parse_date("29", "2", "2028"), date(2028, 2, 29));
    }

    #[test]
    fn all_empty_is_no_date() {
        assert_eq!(parse_date("", "  ", ""), Ok(None));
    }

    #[test]
    fn the_part_to_change_is_named() {
        let cases = [
            ("", "3", "2026", DateError::Incomplete),
            ("3", "", "", DateError::Incomplete),
            ("31", "avril", "2026", DateError::Day),
            ("29", "2", "2026", DateError::Day),
            ("0", "1", "2026", DateError::Day),
            ("trois", "1", "2026", DateError::Day),
            ("3", "13", "2026", DateError::Month),
            ("3", "jui", "2026", DateError::Month),
            ("3", "ma", "2026", DateError::Month),
            ("3", "brumaire", "2026", DateError::Month),
            ("3", "3", "26", DateError::Year),
            ("3", "3", "0026", DateError::Year),
            ("3", "3", "20266", DateError::Year),
            ("99999999999", "3", "2026", DateError::Day),
        ];
        for (day, month, year, error) in cases {
            assert_eq!(parse_date(day, month, year), Err(error), "{day} {month} {year}");
        }
    }
}
