//! Notes that their author alone reads (features.md T06).

mod add;
pub mod list;
mod row;
