//! The clock of the tests: it begins at noon on one and the same Wednesday. No day ends while a test
//! runs, and no test waits for a day of the calendar to fail.

use board::{meeting::DayTime, time::Timestamp};
use chrono::NaiveDate;
use passerelle_server::{clock, local};
use std::sync::Once;

const WEDNESDAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 18).unwrap();
const NOON: DayTime = DayTime(12 * 60);

static SET: Once = Once::new();

/// Sets the clock of all servers in this process.
pub fn set() {
    SET.call_once(|| {
        let noon = local::moment(WEDNESDAY, NOON);
        clock::put_ahead(noon.timestamp_millis() - clock::now().0);
    });
}

/// This moment, as those servers see it.
pub fn now() -> Timestamp {
    set();
    clock::now()
}
