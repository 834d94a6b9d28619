//! The only code that touches the browser: everything above it speaks Rust and signals.
//!
//! It knows nothing of boards, pages or words.

pub mod activity;
pub mod announce;
pub mod clipboard;
pub mod clock;
pub mod crash;
pub mod db;
pub mod deadline;
pub mod download;
pub mod early;
pub mod files;
pub mod focus;
pub mod hurry;
pub mod ids;
pub mod install;
pub mod intl;
pub mod network;
pub mod page;
pub mod prefs;
pub mod print;
pub mod push;
pub mod redirect;
pub mod returning;
pub mod scratch;
pub mod sight;
pub mod sketch;
pub mod speech;
pub mod stream;
pub mod tabs;
pub mod task;
pub mod upload;
pub mod worker;
