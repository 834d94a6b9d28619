//! Signing in, duos, pages and headers over real HTTP: a real listener, a real database file.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod assets;
mod canary;
mod duos;
mod headers;
mod helpers;
mod invitations;
mod join;
mod matrix;
mod problems;
mod session;
mod start;
