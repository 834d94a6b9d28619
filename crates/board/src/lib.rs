//! The domain of Passerelle: what a board holds, who may do what, how concurrent changes merge,
//! and the app's side of the synchronisation.
//!
//! Pure: no I/O, no clock, no randomness. Compiled into the browser and into the server, so that
//! no rule is written twice.

pub mod actor;
pub mod application;
pub mod apply;
pub mod check;
pub mod comment;
pub mod entry;
pub mod event;
pub mod id;
pub mod item;
pub mod merge;
pub mod objective;
pub mod op;
pub mod order;
pub mod permit;
pub mod protocol;
pub mod reject;
pub mod space;
pub mod step;
pub mod sync;
pub mod text;
pub mod time;
pub(crate) mod wire_enum;
pub mod world;
