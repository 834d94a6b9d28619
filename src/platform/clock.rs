//! The clock of the device: the domain crate has none and takes times as arguments.

use chrono::NaiveDate;

use crate::platform::intl;

/// Milliseconds since 1970 in UTC.
#[must_use]
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// Today's date where the duos live, whatever the zone of the device.
#[must_use]
pub fn today() -> NaiveDate {
    intl::day_of(now_ms())
}
