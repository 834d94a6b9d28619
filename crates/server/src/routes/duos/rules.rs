//! Rules that a duo keeps whether it is typed, imported or changed.

use board::{protocol::problem::FieldRule, slug::Slug, time::Timestamp};
use chrono::{DateTime, Months, NaiveDate};

/// Longest a duo is planned for, in months.
const LONGEST_MONTHS: u32 = 36;

/// Whether a duo may aim at this: one of the sectors of the library.
#[must_use]
pub fn is_sector(sector: &Slug) -> bool {
    content::sectors().iter().any(|known| known.id == *sector)
}

/// The rule that the last day of a duo breaks.
#[must_use]
pub fn end_rule(start: NaiveDate, end: NaiveDate) -> Option<FieldRule> {
    let last = start.checked_add_months(Months::new(LONGEST_MONTHS)).unwrap_or(NaiveDate::MAX);
    match end {
        _ if end <= start => Some(FieldRule::TooEarly),
        _ if end > last => Some(FieldRule::NotADay),
        _ => None,
    }
}

/// From 2000, when nobody had a duo yet, to two years ahead.
#[must_use]
pub fn is_possible_start(start: NaiveDate, now: Timestamp) -> bool {
    let today = DateTime::from_timestamp_millis(now.0).map(|moment| moment.date_naive());
    let last = today.and_then(|today| today.checked_add_months(Months::new(24)));
    NaiveDate::from_ymd_opt(2000, 1, 1) <= Some(start) && Some(start) <= last
}
