//! The head of a duo's page: what all its sections share, and how the duo is doing.

pub mod open;
pub mod section;
