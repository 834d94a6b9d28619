//! Days that must not be missed: permit, benefits, a diploma, a review (features.md M30).

pub mod add;
pub mod list;
pub mod row;
pub mod wording;
