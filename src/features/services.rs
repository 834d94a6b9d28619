//! The directory of services: who helps with what, where, and what to bring (features.md T09, K19).

pub mod card;
pub mod directory;
pub mod region;
pub mod wording;
