//! "This week": the first screen (features.md M03).

pub mod messages;
pub mod next;
pub mod story;
pub mod things;
