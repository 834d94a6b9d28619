//! "This week": the first screen (features.md M03).

pub mod ideas;
pub mod lines;
pub mod messages;
pub mod next_meeting;
pub mod story;
pub mod things;
