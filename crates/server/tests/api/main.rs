//! Signing in, duos, pages and headers over real HTTP: a real listener, a real database file.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod account;
mod assets;
mod calendar;
mod canary;
mod caseload;
mod code_questions;
mod codes;
mod consents;
mod contacts;
mod demo;
mod digest;
mod duo_health;
mod duos;
mod endings;
mod figures;
mod files;
mod follow_ups;
mod headers;
mod help;
mod helpers;
mod history;
mod imports;
mod invitations;
mod join;
mod library;
mod looks;
mod matching;
mod matrix;
mod office;
mod outcomes;
mod pair;
mod papers;
mod past;
mod people;
mod plans;
mod problems;
mod rematch;
mod retention;
mod session;
mod shipped;
mod start;
mod targets;
mod team;
mod thresholds;
