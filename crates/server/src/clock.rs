//! The one place that asks what time it is; everything else is told.

use board::time::Timestamp;
use std::time::{SystemTime, UNIX_EPOCH};

/// This moment, by the machine's clock.
#[must_use]
pub fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
