//! The only HTTP code: one file per noun of the API. It knows nothing of signals or pages.

pub mod account;
pub mod boards;
pub mod calendar;
pub mod caseload;
pub mod codes;
pub mod consents;
pub mod contacts;
pub mod devices;
pub mod duo_health;
pub mod duos;
pub mod figures;
pub mod files;
pub mod follow_ups;
pub mod help;
pub mod history;
pub mod http;
pub mod imports;
pub mod letter;
pub mod library;
pub mod looks;
pub mod outcomes;
pub mod people;
pub mod plans;
pub mod session;
pub mod settings;
pub mod team;
