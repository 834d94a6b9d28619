//! Ideas of the mentor, for the mentee to take, change or decline (features.md T03).

pub mod answer;
pub mod card;
pub mod declined;
pub mod list;
pub mod panel;
pub mod which;
