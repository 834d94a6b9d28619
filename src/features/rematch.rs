//! Another mentor for the mentee of a closed duo, for their coordinator (features.md K21).

pub mod form;
pub mod section;
