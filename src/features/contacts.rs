//! People who can help, and when one last talked to them (features.md M24).

pub mod add;
pub mod list;
pub mod row;
