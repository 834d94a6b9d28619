//! When names and words go after a duo (features.md A16 and M35, quality/trust.md).
//!
//! The association sets how many months a name stays after the last duo of a person. Two things
//! keep it longer, since a mentee may go on with the plan alone:
//! - use: the months count from the last time the person was here, for as long as two years after
//!   the duo;
//! - a wish: whoever says "keep my plan" is asked again two years later.
//!
//! Nothing goes without thirty days of notice. Outcomes, closures, days and counts stay, without
//! a name.

use chrono::{Days, Months, NaiveDate};

/// Months after a duo, unless the association sets another number.
pub const MONTHS: u16 = 6;
/// The longest time that can be set, that use alone can keep a name, and that a wish holds.
pub const MONTHS_MAX: u16 = 24;
/// Days between the notice and the day itself.
pub const NOTICE_DAYS: i64 = 30;

/// What decides about one person whose duos are all over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Past {
    /// The last day of the last duo.
    pub ended: NaiveDate,
    /// When the person was last here.
    pub seen: Option<NaiveDate>,
    /// When the person last said that the plan is to stay.
    pub kept: Option<NaiveDate>,
}

impl Past {
    /// The day on which the name and the words go.
    #[must_use]
    pub fn last_day(&self, months: u16) -> NaiveDate {
        let end = later(self.ended, months);
        let used = self.seen.map(|seen| later(seen, months).min(later(self.ended, MONTHS_MAX)));
        let wished = self.kept.map(|kept| later(kept, MONTHS_MAX));
        [used, wished].into_iter().flatten().fold(end, NaiveDate::max)
    }

    /// The first day on which the person is told.
    #[must_use]
    pub fn notice_from(&self, months: u16) -> NaiveDate {
        let days = Days::new(NOTICE_DAYS.unsigned_abs());
        self.last_day(months).checked_sub_days(days).unwrap_or(NaiveDate::MIN)
    }
}

/// The day on which even what names nobody goes, when it is about origin or residence.
#[must_use]
pub fn demographics_until(ended: NaiveDate) -> NaiveDate {
    later(ended, MONTHS_MAX)
}

fn later(day: NaiveDate, months: u16) -> NaiveDate {
    day.checked_add_months(Months::new(u32::from(months))).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn past(seen: Option<&str>, kept: Option<&str>) -> Past {
        Past { ended: day("2026-01-31"), seen: seen.map(day), kept: kept.map(day) }
    }

    #[test]
    fn six_months_after_the_end_when_nobody_comes() {
        assert_eq!(past(None, None).last_day(6), day("2026-07-31"));
        assert_eq!(past(Some("2025-12-01"), None).last_day(6), day("2026-07-31"));
        assert_eq!(past(None, None).notice_from(6), day("2026-07-01"));
        assert_eq!(past(None, None).last_day(1), day("2026-02-28"), "February has no 31st");
    }

    #[test]
    fn use_keeps_the_plan_for_two_years_at_most() {
        assert_eq!(past(Some("2026-07-15"), None).last_day(6), day("2027-01-15"));
        assert_eq!(past(Some("2027-12-01"), None).last_day(6), day("2028-01-31"));
    }

    #[test]
    fn a_wish_holds_for_two_years() {
        assert_eq!(past(None, Some("2027-12-20")).last_day(6), day("2029-12-20"));
        assert_eq!(past(Some("2030-01-01"), Some("2026-02-01")).last_day(6), day("2028-02-01"));
    }
}
