//! The clock of the device, and what it is wrong by: the domain crate has none and takes times as
//! arguments.
//!
//! A phone that lay in a drawer believes that it is 2012. The server says in every answer what time
//! it is; from ten minutes of difference on, its time counts, also at the next start without a
//! network.

use std::cell::Cell;

use chrono::NaiveDate;

use crate::platform::{
    intl,
    prefs::{self, Pref},
};

/// Clocks of people differ by this much without anybody minding, in milliseconds.
const TOLERANCE_MS: f64 = 600_000.0;

thread_local! {
    /// What to add to the device's time; nothing known yet is `None`.
    static OFFSET: Cell<Option<f64>> = const { Cell::new(None) };
}

/// Milliseconds since 1970 in UTC by the device: for how long something took.
#[must_use]
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// Milliseconds since 1970 in UTC as they are, as far as this device was told.
#[must_use]
pub fn true_ms() -> f64 {
    now_ms() + offset()
}

/// Today's date where the duos live, whatever the zone and the clock of the device.
#[must_use]
pub fn today() -> NaiveDate {
    intl::day_of(true_ms())
}

/// Whether the device's clock is wrong enough for the server's to count.
#[must_use]
pub fn is_wrong() -> bool {
    offset() != 0.0
}

/// Takes in what time the server says it is: the header `date` of an answer that came just now.
pub fn hear(date: Option<String>) {
    if let Some(date) = date {
        hear_ms(js_sys::Date::parse(&date));
    }
}

/// The same as a number, which may be none.
pub fn hear_ms(there: f64) {
    if there.is_nan() {
        return;
    }
    let counts = counted(there - now_ms());
    if counts == offset() {
        return;
    }
    OFFSET.set(Some(counts));
    if counts == 0.0 {
        prefs::remove(Pref::ClockOffset);
    } else {
        // Whole numbers: reading and writing fractions is 15 KB of the first part.
        prefs::set(Pref::ClockOffset, &(counts as i64).to_string());
    }
}

fn offset() -> f64 {
    OFFSET.get().unwrap_or_else(|| {
        let kept = prefs::get(Pref::ClockOffset).and_then(|kept| kept.parse::<i64>().ok());
        let kept = kept.unwrap_or(0) as f64;
        OFFSET.set(Some(kept));
        kept
    })
}

/// Whole minutes, so that the way of an answer does not move the time; nothing below the tolerance.
fn counted(difference: f64) -> f64 {
    if difference.abs() < TOLERANCE_MS { 0.0 } else { (difference / 60_000.0).round() * 60_000.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_wrong_from_ten_minutes_on() {
        assert_eq!(counted(599_999.0), 0.0);
        assert_eq!(counted(-300_000.0), 0.0);
        assert_eq!(counted(600_000.0), 600_000.0);
        let year = 365.0 * 86_400_000.0;
        assert_eq!(counted(-year - 700.0), -year);
    }
}
