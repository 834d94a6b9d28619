//! The months of a duo as a picture and in words: no score, no hours (features.md M34).

pub mod duo_health;
pub mod months;
pub mod page;
pub mod picture;
