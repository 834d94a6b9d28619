//! Makes ids and other randomness; everything else is told.

use board::time::Timestamp;
use uuid::{Builder, Uuid};

/// Random bytes from the operating system.
#[must_use]
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system has randomness once it has started");
    bytes
}

/// A new UUIDv7: ids made later sort later, which keeps indexes compact.
#[must_use]
pub fn new_id(now: Timestamp) -> Uuid {
    let millis = u64::try_from(now.0).unwrap_or_default();
    Builder::from_unix_timestamp_millis(millis, &random::<10>()).into_uuid()
}
