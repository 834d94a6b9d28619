//! Signing in, duos, pages and headers over real HTTP: a real listener, a real database file.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod account;
mod assets;
mod calendar;
mod canary;
mod code_questions;
mod codes;
mod digest;
mod duo_health;
mod duos;
mod endings;
mod files;
mod headers;
mod help;
mod helpers;
mod history;
mod invitations;
mod join;
mod library;
mod matrix;
mod pair;
mod papers;
mod problems;
mod session;
mod shipped;
mod start;
