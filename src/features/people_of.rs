//! The people of my branches: found, added, renamed, and what a match is sought by.

pub mod card;
pub mod fetch;
pub mod list;
pub mod new_form;
pub mod profile;
pub mod words;
