//! Objectives: what the mentee wants to reach (features.md M04, M05, M08–M10).

pub mod aim;
pub mod card;
pub mod details;
pub mod exploration;
pub mod facts;
pub mod invitation;
pub mod new;
pub mod plan;
pub mod remove;
pub mod standing;
pub mod unread;
pub mod wording;
