//! Boards over real HTTP: the real program, a real database file, real connections.

mod bad_input;
mod killed;
mod live;
mod numbers;
mod people;
mod privacy;
mod server;
mod sse;
