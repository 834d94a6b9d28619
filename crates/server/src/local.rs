//! Days and times as people in Belgium read them.

use board::{meeting::DayTime, time::Timestamp};
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Europe::Brussels;

/// The day it is in Belgium at a moment.
#[must_use]
pub fn day(at: Timestamp) -> NaiveDate {
    let utc = DateTime::from_timestamp_millis(at.0).unwrap_or_default();
    utc.with_timezone(&Brussels).date_naive()
}

/// What the clock on the wall shows in Belgium at a moment.
#[must_use]
pub fn wall(at: Timestamp) -> NaiveDateTime {
    let utc = DateTime::from_timestamp_millis(at.0).unwrap_or_default();
    utc.with_timezone(&Brussels).naive_local()
}

/// The moment at which it is `time` on `day` in Belgium.
///
/// In the hour that a spring night leaves out, an hour later; in the one that an autumn night has
/// twice, the first.
#[must_use]
pub fn moment(day: NaiveDate, time: DayTime) -> DateTime<Utc> {
    let wall: NaiveDateTime =
        day.and_time(chrono::NaiveTime::MIN) + Duration::minutes(i64::from(time.0));
    let found = Brussels.from_local_datetime(&wall).earliest();
    let found =
        found.or_else(|| Brussels.from_local_datetime(&(wall + Duration::hours(1))).earliest());
    found.map_or_else(|| wall.and_utc(), |at| at.with_timezone(&Utc))
}

/// A day as it is written in Belgium in each of our languages.
#[must_use]
pub fn written(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(day: (i32, u32, u32), minutes: u16) -> String {
        let day = NaiveDate::from_ymd_opt(day.0, day.1, day.2).unwrap();
        moment(day, DayTime(minutes)).format("%m-%d %H:%M").to_string()
    }

    #[test]
    fn summer_and_winter_are_told_apart() {
        assert_eq!(utc((2026, 1, 15), 14 * 60), "01-15 13:00");
        assert_eq!(utc((2026, 7, 15), 14 * 60), "07-15 12:00");
        assert_eq!(utc((2026, 3, 29), 2 * 60 + 30), "03-29 01:30", "an hour that does not exist");
        assert_eq!(utc((2026, 10, 25), 2 * 60 + 30), "10-25 00:30", "an hour that comes twice");
    }

    #[test]
    fn the_wall_skips_an_hour_in_spring_and_shows_one_twice_in_autumn() {
        let shown = |moment: &str| {
            let moment = DateTime::parse_from_rfc3339(moment).unwrap();
            wall(Timestamp(moment.timestamp_millis())).format("%d %H:%M").to_string()
        };
        assert_eq!(shown("2026-03-29T00:59:00Z"), "29 01:59");
        assert_eq!(shown("2026-03-29T01:00:00Z"), "29 03:00");
        assert_eq!(shown("2026-10-25T00:30:00Z"), "25 02:30");
        assert_eq!(shown("2026-10-25T01:30:00Z"), "25 02:30");
        // Quiet hours end at eight by the wall, an hour earlier or later by any other clock.
        assert_eq!(shown("2026-03-29T06:00:00Z"), "29 08:00");
        assert_eq!(shown("2026-10-25T07:00:00Z"), "25 08:00");
    }

    #[test]
    fn the_day_is_the_one_in_belgium() {
        let late = Timestamp(1_767_308_400_000); // 2026-01-01T23:00Z
        assert_eq!(written(day(late)), "02/01/2026");
    }
}
