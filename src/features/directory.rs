//! The directory of services as the association looks after it (features.md K19).

pub mod check_group;
pub mod draft;
pub mod edit;
pub mod fetch;
pub mod form;
pub mod list;
mod row;
mod wording;
