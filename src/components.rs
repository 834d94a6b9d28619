//! The parts that every page is made of: properties in, callbacks out.
//!
//! They fetch nothing and know neither boards nor people. Each stands in the gallery with all
//! its states, and axe walks that page.

pub mod avatar;
pub mod bars;
pub mod button;
pub mod card;
pub mod checkbox;
pub mod chip;
pub mod choice;
pub mod code_display;
pub mod confirm_dialog;
pub mod connection_state;
pub mod date_field;
pub mod dialog;
pub mod disclosure;
pub mod each;
pub mod empty_state;
pub mod error_state;
pub mod error_summary;
pub mod field;
pub mod file_field;
pub mod form;
pub mod icon;
pub mod label;
pub mod language_menu;
pub mod language_switch;
pub mod link_button;
pub mod loading;
pub mod navigation;
pub mod notice;
pub mod page;
pub mod read_aloud;
pub mod seen_mark;
pub mod select;
pub mod several;
pub mod skip_link;
pub mod text_area;
pub mod top_bar;
pub mod two_versions;
pub mod undo_bar;
pub mod unfold;
