//! Sector codes: how work really goes, situation by situation (features.md M22, M23, T07, T08).

pub mod ask;
pub mod card;
pub mod draft;
pub mod face;
pub mod form;
pub mod hub;
pub mod list;
pub mod mark;
pub mod marks;
pub mod moderation;
pub mod own;
pub mod questions;
pub mod rows;
pub mod search;
pub mod sectors;
pub mod shelf;
pub mod titles;
pub mod verdict;
pub mod votes;
pub mod wording;
pub mod write;
