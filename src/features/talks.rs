//! The coordinators' talks with the two of a duo (features.md K06), and whom to call next (K07).

pub mod calendar;
pub mod form;
pub mod list;
pub mod section;
pub mod wording;
