//! One page to prepare the next meeting: what changed, what waits, what comes (features.md T04).

pub mod page;
pub mod since;
