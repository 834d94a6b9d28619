//! Versions of a CV and letters: the list, a new one, and all that can be done with one.

mod add_entry;
pub mod card;
pub mod compare;
mod copy;
mod entry;
pub mod facts;
pub mod file;
pub mod list;
pub mod new;
pub mod page;
mod paper;
mod questions;
mod review;
mod sections;
mod sectors;
mod sheet;
mod tools;
mod used;
pub mod wording;
