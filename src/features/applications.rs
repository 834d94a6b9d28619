//! Job applications: the list, a new one, and all that can be done with one.

mod attached;
pub mod card;
mod change_stage;
mod details;
mod ending;
pub mod facts;
mod filter;
mod follow_up;
pub mod list;
mod move_menu;
mod moves;
pub mod new_form;
mod next_action;
pub mod page;
mod stage_path;
pub mod stages;
mod standstill;
mod take_back;
pub mod trail;
