//! Days as people in Belgium write them: the day, the month, the year; or the year first.

use board::protocol::imports::CellRule;
use chrono::NaiveDate;

/// Reads a day.
///
/// # Errors
/// Why it cannot be used.
pub(super) fn read(text: &str) -> Result<NaiveDate, CellRule> {
    // A time of day may follow.
    let text = text.split(['T', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let [first, middle, last] = parts[..] else { return Err(CellRule::NotADay) };
    let number = |part: &str| {
        let plain = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse::<u32>().ok()).flatten().ok_or(CellRule::NotADay)
    };
    let (a, b, c) = (number(first)?, number(middle)?, number(last)?);
    if first.len() == 4 {
        return day(a, b, c).ok_or(CellRule::NotADay);
    }
    let year = match last.len() {
        4 => c,
        2 => 2000 + c,
        _ => return Err(CellRule::NotADay),
    };
    let swapped =
        || if day(year, a, b).is_some() { CellRule::MonthFirst } else { CellRule::NotADay };
    day(year, b, a).ok_or_else(swapped)
}

fn day(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_comes_first_or_the_year() {
        let day = "2026-04-03".parse().unwrap();
        for text in ["3/4/2026", "03.04.2026", "03-04-26", "2026-04-03", "2026-04-03T00:00:00"] {
            assert_eq!(read(text), Ok(day), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_said_and_why() {
        assert_eq!(read("03/25/2026"), Err(CellRule::MonthFirst));
        for text in ["31/02/2026", "45/45/2026", "bientôt", "3/4", "3/4/20260", "", "2026-13-01"] {
            assert_eq!(read(text), Err(CellRule::NotADay), "{text}");
        }
    }
}
