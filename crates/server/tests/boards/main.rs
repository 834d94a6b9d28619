//! Boards over real HTTP: the real program, a real database file, real connections.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod bad_input;
mod killed;
mod live;
mod numbers;
mod people;
mod privacy;
mod server;
mod sse;
