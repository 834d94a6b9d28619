//! The steps of an objective (features.md M06).

pub mod add;
pub mod edit;
pub mod facts;
pub mod list;
pub mod order;
pub mod row;
pub mod tick;
