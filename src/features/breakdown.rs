//! One year's duos told apart by group, with small groups hidden (features.md K14).

mod groups;
pub mod work;
