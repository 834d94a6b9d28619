//! Days: breaks that do not count, working days in Belgium, calendar months.

use super::facts::{Facts, Pause};
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// `days` after `day`; at the end of the calendar, its last day.
pub(super) fn later(day: NaiveDate, days: u16) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// Days from `from` to `to`; none when `to` is before.
pub(super) fn between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from(to.signed_duration_since(from).num_days()).unwrap_or(0)
}

/// The breaks of a duo in order, those that touch or overlap as one.
pub(crate) struct Breaks(Vec<Pause>);

impl Breaks {
    pub(crate) fn of(facts: &Facts) -> Self {
        let mut pauses = facts.pauses.clone();
        pauses.retain(|pause| pause.from <= pause.until);
        pauses.sort_unstable_by_key(|pause| pause.from);
        let mut joined = Vec::<Pause>::with_capacity(pauses.len());
        for pause in pauses {
            match joined.last_mut() {
                Some(last) if pause.from <= later(last.until, 1) => {
                    last.until = last.until.max(pause.until);
                }
                _ => joined.push(pause),
            }
        }
        Self(joined)
    }

    /// The break that a day lies in.
    pub(super) fn at(&self, day: NaiveDate) -> Option<Pause> {
        self.touching(day, day)
    }

    /// A break that shares a day with the time from `first` to `last`.
    pub(crate) fn touching(&self, first: NaiveDate, last: NaiveDate) -> Option<Pause> {
        self.0.iter().copied().find(|pause| pause.from <= last && first <= pause.until)
    }

    /// Days from `from` to `to`, those of breaks left out: a duo comes back to where it stood.
    pub(super) fn between(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let paused = self.0.iter().map(|pause| {
            // The day of `from` itself is not counted.
            let first = pause.from.max(later(from, 1));
            let last = pause.until.min(to);
            if first <= last { between(first, last) + 1 } else { 0 }
        });
        between(from, to).saturating_sub(paused.sum())
    }
}

/// Days from `from` to `to`, without those of the breaks of a duo.
#[must_use]
pub fn days_without_breaks(facts: &Facts, from: NaiveDate, to: NaiveDate) -> u32 {
    Breaks::of(facts).between(from, to)
}

/// First and last day of the calendar month before the one of `day`.
pub(super) fn month_before(day: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let last = day.with_day(1)?.pred_opt()?;
    Some((last.with_day(1)?, last))
}

/// The day that many working days after `day`.
#[must_use]
pub fn working_days_after(day: NaiveDate, count: u16) -> NaiveDate {
    let days = day.iter_days().skip(1).filter(|day| is_working_day(*day));
    days.take(usize::from(count)).last().unwrap_or(day)
}

/// Whether people work on that day in Belgium: Monday to Friday, without the ten legal holidays.
#[must_use]
pub fn is_working_day(day: NaiveDate) -> bool {
    if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        return false;
    }
    let fixed = [(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)];
    // Easter Monday, Ascension, Whit Monday.
    let moving = easter(day.year()).is_some_and(|easter| {
        let after = day.signed_duration_since(easter).num_days();
        matches!(after, 1 | 39 | 50)
    });
    !moving && !fixed.contains(&(day.month(), day.day()))
}

/// Easter Sunday (Gauss, in the form of Meeus, Jones and Butcher).
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let sum = moon + sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31).ok()? + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_of_known_years() {
        for text in ["1961-04-02", "2000-04-23", "2024-03-31", "2026-04-05", "2038-04-25"] {
            assert_eq!(easter(day(text).year()), Some(day(text)));
        }
    }

    #[test]
    fn answers_are_due_on_working_days() {
        for (asked, count, due) in [
            ("2026-03-10", 2, "2026-03-12"),
            // Thursday and Friday: over the weekend.
            ("2026-03-12", 2, "2026-03-16"),
            ("2026-03-13", 2, "2026-03-17"),
            // Saturday and Sunday count from Monday on.
            ("2026-03-14", 2, "2026-03-17"),
            // Easter Monday, 1 May on a Friday, Ascension, Whit Monday, Christmas.
            ("2026-04-03", 2, "2026-04-08"),
            ("2026-04-30", 2, "2026-05-05"),
            ("2026-05-13", 1, "2026-05-15"),
            ("2026-05-22", 1, "2026-05-26"),
            ("2026-12-24", 2, "2026-12-29"),
            ("2026-03-10", 0, "2026-03-10"),
        ] {
            assert_eq!(working_days_after(day(asked), count), day(due), "{asked}");
        }
        assert_eq!(working_days_after(NaiveDate::MAX, 2), NaiveDate::MAX);
    }

    #[test]
    fn breaks_join_and_their_days_do_not_count() {
        let mut facts = Facts::of_new_duo(day("2026-01-01"));
        let pause = |from, until| Pause { from: day(from), until: day(until) };
        facts.pauses = vec![
            pause("2026-02-11", "2026-02-20"),
            pause("2026-02-01", "2026-02-10"),
            pause("2026-02-05", "2026-02-07"),
            pause("2026-03-09", "2026-03-01"),
        ];
        let breaks = Breaks::of(&facts);
        assert_eq!(breaks.at(day("2026-02-15")), Some(pause("2026-02-01", "2026-02-20")));
        assert_eq!(breaks.at(day("2026-02-21")), None);
        assert_eq!(breaks.between(day("2026-01-31"), day("2026-02-21")), 1);
        assert_eq!(breaks.between(day("2026-02-05"), day("2026-02-25")), 5);
        assert_eq!(breaks.between(day("2026-03-05"), day("2026-03-01")), 0);
        assert!(breaks.between(NaiveDate::MIN, NaiveDate::MAX) > 0);
    }
}
