//! The one place that asks what time it is; everything else is told.

use board::time::Timestamp;
use std::{
    sync::atomic::{AtomicI64, Ordering},
    time::{SystemTime, UNIX_EPOCH},
};

/// Milliseconds that this process is ahead of the machine's clock.
static AHEAD: AtomicI64 = AtomicI64::new(0);

/// This moment, by the machine's clock.
#[must_use]
pub fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let millis = i64::try_from(since.as_millis()).unwrap_or(i64::MAX);
    Timestamp(millis.saturating_add(AHEAD.load(Ordering::Relaxed)))
}

/// Puts the clock of this process ahead by so many milliseconds, or back: tests that speak of days
/// begin on one they know, and none of them runs into the next.
pub fn put_ahead(millis: i64) {
    AHEAD.store(millis, Ordering::Relaxed);
}
