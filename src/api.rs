//! The only HTTP code: one file per noun of the API. It knows nothing of signals or pages.

pub mod account;
pub mod boards;
pub mod calendar;
pub mod codes;
pub mod devices;
pub mod duo_health;
pub mod duos;
pub mod files;
pub mod help;
pub mod history;
pub mod http;
pub mod letter;
pub mod library;
pub mod session;
