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
pub mod files;
pub mod focus;
pub mod ids;
pub mod intl;
pub mod network;
pub mod page;
pub mod prefs;
pub mod print;
pub mod scratch;
pub mod sight;
pub mod speech;
pub mod stream;
pub mod tabs;
pub mod task;
pub mod upload;
