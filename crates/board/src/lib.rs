//! The domain of Passerelle: what a board holds, who may do what, how concurrent changes merge,
//! and the app's side of the synchronisation.
//!
//! Pure: no I/O, no clock, no randomness. Compiled into the browser and into the server, so that
//! no rule is written twice.

pub mod actor;
pub mod add;
pub mod agreement;
pub mod application;
pub mod apply;
pub mod check;
pub(crate) mod closed_enum;
pub mod code_mark;
pub mod comment;
pub mod contact;
pub mod csv;
pub mod cv;
pub mod diff;
pub mod entry;
pub mod event;
pub mod guard;
pub mod health;
pub mod id;
pub mod item;
pub mod item_map;
pub mod key_date;
pub mod mail_address;
pub mod meeting;
pub mod merge;
pub mod note;
pub mod objective;
pub mod office;
pub mod op;
pub mod order;
pub mod pause;
pub mod permit;
pub mod project;
pub mod proof;
pub mod protocol;
pub mod pulse;
pub mod questions;
pub mod referral;
pub mod reject;
pub mod reminders;
pub mod slug;
pub mod space;
pub mod step;
pub mod sync;
pub mod take_back;
pub mod text;
pub mod time;
pub mod visibility;
pub mod week;
pub(crate) mod wire_enum;
pub mod world;
