//! Signing in, duos, pages and headers over real HTTP: a real listener, a real database file.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod account;
mod assets;
mod builds;
mod calendar;
mod canary;
mod caseload;
mod clock;
mod code_questions;
mod codes;
mod consents;
mod contacts;
mod demo;
mod digest;
mod drafts;
mod duo_health;
mod duos;
mod elsewhere;
mod endings;
mod figures;
mod files;
mod follow_ups;
mod headers;
mod help;
mod helpers;
mod history;
mod imports;
mod invariants;
mod invitations;
mod join;
mod library;
mod looks;
mod matching;
mod matrix;
mod meanwhile;
mod odd_input;
mod office;
mod old_client;
mod outcomes;
mod pair;
mod papers;
mod past;
mod people;
mod phones;
mod plain_forms;
mod plain_pages;
mod plans;
mod problems;
mod quiet;
mod rematch;
mod reminders;
mod retention;
mod session;
mod shipped;
mod start;
mod targets;
mod team;
mod thresholds;
mod uploads;

// The phones and the lives of the tests of `board`, here before a real server.
#[path = "../../../board/tests/sync/device.rs"]
#[expect(dead_code, reason = "the simulated network uses the rest")]
mod device;
#[path = "../../../board/tests/sync/script.rs"]
#[expect(dead_code, reason = "the simulated network uses the rest")]
mod script;
#[path = "../boards/sse.rs"]
#[expect(dead_code, reason = "the tests of streams look at every byte")]
mod sse;
