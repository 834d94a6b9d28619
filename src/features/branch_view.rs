//! How a branch is doing, as a coordinator sees it: shares with both numbers, and six months.

pub mod trend;
pub mod view;
