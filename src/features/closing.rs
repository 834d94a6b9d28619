//! Closing a duo, for its coordinator (features.md K09): how, on which day, and what belongs to a
//! good end.

pub mod form;
pub mod section;
