//! What the page "more" holds: who I am, and where to find help.

pub mod help;
pub mod install;
pub mod office;
