//! When to try again: full-jitter back-off, so that a cell change never makes a storm.

use crate::platform::ids;

/// Where the person's changes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// All of them are at the server.
    Sent,
    /// Some are on their way.
    Sending,
    /// The server is not reached; so many wait on the device.
    Waiting(usize),
    /// The server did not take one, or the session ended: the person has to look.
    Trouble,
}

/// Shortest longest wait, in milliseconds (design.md §4).
const FIRST_MS: u32 = 1_000;
/// Longest wait, in milliseconds (features.md A02): somebody may be looking at the page.
const LAST_MS: u32 = 30_000;
/// Between two polls while the stream does not work, in milliseconds.
pub const POLL_MS: u32 = 15_000;
/// After so many failed streams the board is polled.
pub const STREAM_TRIES: u32 = 3;
/// A hidden page keeps its stream this long, in milliseconds.
pub const HIDDEN_MS: u32 = 60_000;
/// A stream that was silent this long is dead, in milliseconds; the server speaks every 25 s.
pub const SILENCE_MS: f64 = 70_000.0;
/// Being away is said only when it lasts (accessibility.md 61), in milliseconds.
pub const AWAY_MS: u32 = 3_000;

/// How long to wait before try number `attempt` (from 1): anything up to a doubling limit.
#[must_use]
pub fn back_off(attempt: u32) -> u32 {
    let limit = limit(attempt);
    // The low bytes of a new id are random.
    let random =
        u32::from_le_bytes(ids::new_uuid().into_bytes()[12..].try_into().unwrap_or([0; 4]));
    limit / 4 + random % (limit - limit / 4)
}

fn limit(attempt: u32) -> u32 {
    FIRST_MS.saturating_mul(1 << attempt.saturating_sub(1).min(10)).min(LAST_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_doubles_up_to_half_a_minute() {
        assert_eq!([1, 2, 3, 7, 60].map(limit), [1_000, 2_000, 4_000, 30_000, 30_000]);
    }
}
