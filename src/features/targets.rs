//! What the association aims at, and what it may cost (features.md K15).

mod form;
pub mod work;
mod years;
