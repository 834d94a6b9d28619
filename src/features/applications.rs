//! Job applications: the list, a new one, and all that can be done with one.

mod card;
mod change_stage;
mod details;
pub mod facts;
mod follow_up;
pub mod list;
pub mod new_form;
mod next_action;
pub mod page;
mod stage_path;
pub mod stages;
mod trail;
