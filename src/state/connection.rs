//! When to try again: full-jitter back-off, so that a cell change never makes a storm.

use crate::platform::ids;

/// Where the person's changes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// All of them are at the server.
    Sent,
    /// The same, where data is saved: what others did is known up to this minute (milliseconds).
    Updated(i64),
    /// Some are on their way.
    Sending,
    /// The server is not reached; so many wait on the device.
    Waiting(usize),
    /// The server did not take one, or the session ended: the person has to look.
    Trouble,
}

impl Delivery {
    /// Whether everything of the person is at the server.
    #[must_use]
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Sent | Self::Updated(_))
    }
}

/// Shortest longest wait, in milliseconds (design.md §4).
const FIRST_MS: u32 = 1_000;
/// Longest wait, in milliseconds (features.md A02): somebody may be looking at the page.
const LAST_MS: u32 = 30_000;
/// Between two polls while the stream does not work, in milliseconds.
pub const POLL_MS: u32 = 15_000;
/// After so many failed streams the board is polled.
pub const STREAM_TRIES: u32 = 3;
/// Every so many polls the stream is tried again: the person may be in another network by now.
const STREAM_AGAIN: u32 = 8;
/// A hidden page keeps its stream this long, in milliseconds.
pub const HIDDEN_MS: u32 = 60_000;
/// A stream that was silent this long is dead, in milliseconds; the server speaks every 50 s.
pub const SILENCE_MS: f64 = 75_000.0;
/// The server speaks as soon as a stream is open. A stream that says nothing for so long, in
/// milliseconds, is collected by something on the way until it is full.
pub const FIRST_WORD_MS: f64 = 15_000.0;
/// Where data is saved, coming back to the page within so many milliseconds asks for nothing.
pub const FRESH_MS: f64 = 60_000.0;
/// Being away is said only when it lasts (accessibility.md 61), in milliseconds.
pub const AWAY_MS: u32 = 3_000;

/// What is wrong with a stream that was opened, and last heard, so many milliseconds ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// Nothing.
    Fine,
    /// It lives no more.
    Dead,
    /// It never spoke: streams do not get through here.
    Collected,
}

/// Whether a stream should have spoken by now.
#[must_use]
pub fn silence(has_spoken: bool, quiet_ms: f64) -> Silence {
    match has_spoken {
        true if quiet_ms > SILENCE_MS => Silence::Dead,
        false if quiet_ms > FIRST_WORD_MS => Silence::Collected,
        _ => Silence::Fine,
    }
}

/// Whether poll number `polls` opens a stream too, after so many that failed.
#[must_use]
pub fn tries_stream(failures: u32, polls: u32) -> bool {
    failures < STREAM_TRIES || polls.is_multiple_of(STREAM_AGAIN)
}

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

    #[test]
    fn a_stream_is_given_the_time_of_a_beat_and_a_half_but_not_to_begin() {
        assert_eq!(silence(true, 51_000.0), Silence::Fine);
        assert_eq!(silence(true, 76_000.0), Silence::Dead);
        assert_eq!(silence(false, 14_000.0), Silence::Fine);
        assert_eq!(silence(false, 16_000.0), Silence::Collected);
    }

    #[test]
    fn where_streams_fail_they_are_tried_now_and_then() {
        assert!((0..20).all(|polls| tries_stream(2, polls)));
        let tried: Vec<u32> = (1..20).filter(|polls| tries_stream(3, *polls)).collect();
        assert_eq!(tried, [8, 16]);
    }
}
