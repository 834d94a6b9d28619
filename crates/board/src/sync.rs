//! Both sides of the protocol, without I/O: what the server said, what still has to be sent, what
//! to show; and how the server takes numbered operations in.

pub mod batch;
pub mod outbox;
pub mod replica;
