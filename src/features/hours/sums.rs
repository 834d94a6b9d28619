//! Minutes added up by month and by year.

use std::collections::BTreeMap;

use board::protocol::account::VolunteerHour;
use chrono::{Datelike, NaiveDate};

/// One month with meetings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Month {
    /// Its first day.
    pub(super) first: NaiveDate,
    /// Meetings.
    pub(super) meetings: usize,
    /// Minutes of all of them.
    pub(super) minutes: u32,
}

/// One year with meetings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Year {
    /// Which.
    pub(super) year: i32,
    /// Its months, in order.
    pub(super) months: Vec<Month>,
}

impl Year {
    /// Meetings of the year.
    pub(super) fn meetings(&self) -> usize {
        self.months.iter().map(|month| month.meetings).sum()
    }

    /// Minutes of the year.
    pub(super) fn minutes(&self) -> u32 {
        self.months.iter().map(|month| month.minutes).sum()
    }
}

/// The years, latest first.
#[must_use]
pub(super) fn by_year(hours: &[VolunteerHour]) -> Vec<Year> {
    let mut months: BTreeMap<(i32, u32), (usize, u32)> = BTreeMap::new();
    for hour in hours {
        let sum = months.entry((hour.on.year(), hour.on.month())).or_default();
        sum.0 += 1;
        sum.1 += u32::from(hour.minutes);
    }
    let mut years: Vec<Year> = Vec::new();
    for ((year, month), (meetings, minutes)) in months {
        let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
        let month = Month { first, meetings, minutes };
        match years.last_mut() {
            Some(last) if last.year == year => last.months.push(month),
            _ => years.push(Year { year, months: vec![month] }),
        }
    }
    years.reverse();
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_months_add_up() {
        let hour = |year, month, day, minutes| VolunteerHour {
            on: NaiveDate::from_ymd_opt(year, month, day).unwrap(),
            minutes,
        };
        let hours = [
            hour(2026, 3, 2, 60),
            hour(2025, 12, 30, 45),
            hour(2026, 3, 9, 90),
            hour(2026, 1, 5, 30),
        ];
        let years = by_year(&hours);
        assert_eq!(years.iter().map(|year| year.year).collect::<Vec<_>>(), [2026, 2025]);
        assert_eq!((years[0].meetings(), years[0].minutes()), (3, 180));
        let march = &years[0].months[1];
        assert_eq!((march.first.month(), march.meetings, march.minutes), (3, 2, 150));
        assert_eq!(by_year(&[]), []);
    }
}
