//! When each rule speaks up in a branch (features.md K20).

pub mod form;
pub mod preview;
pub mod wording;
