//! Who changed what, and when, and the way back to an earlier text (features.md A15).

mod fold;
pub mod item;
mod line;
pub mod list;
mod wording;
