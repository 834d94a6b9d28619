//! What came of a duo, on its page (features.md K10, K11).

mod draft;
mod form;
mod row;
pub mod section;
mod wording;
