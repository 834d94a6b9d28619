//! The catalogue of steps that often help: picking one copies its words (features.md M07).

mod filter;
pub mod picker;
