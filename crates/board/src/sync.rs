//! The app's side of the protocol, without I/O: what the server said, what still has to be sent,
//! and what to show.

pub mod outbox;
pub mod replica;
