//! The figures of the association (features.md K13, K15, K17): what they are called, how their two
//! numbers are shown, which duos they are of.

pub mod chosen;
pub mod list;
pub mod naming;
pub mod progress;
pub mod take;
pub mod wording;
pub mod work;
