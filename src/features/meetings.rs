//! Meetings of the two: agree on a day, say a word before it, note what took place
//! (features.md M25, M26, T05).

pub mod answers;
pub mod calendar;
pub mod correct;
pub mod details;
pub mod facts;
pub mod list;
pub mod log;
pub mod new_form;
pub mod other_day;
pub mod time;
pub mod took_place;
pub mod twin;
pub mod wording;
