//! The server of Passerelle: keeps boards, tells changes to whoever may see them, signs people in.
//!
//! A request goes `http` (layers, extractors) → `routes` (one noun per file) → `commit` and the
//! `board` crate (the rules) → `store` (the only SQL) → `live` (tells the other person).

pub mod app;
pub mod cabinet;
pub mod clock;
pub mod commit;
pub mod config;
pub mod demo;
pub mod entrance;
pub mod http;
pub mod ics;
pub mod ids;
pub mod import;
pub mod invite;
pub mod letters;
pub mod library;
pub mod live;
pub mod local;
pub mod mailer;
pub mod matching;
pub mod pages;
pub mod papers;
pub mod parts;
pub mod reminders;
pub mod routes;
pub mod secret;
pub mod serve;
pub mod sessions;
pub mod site;
pub mod sniff;
pub mod store;
pub mod upkeep;
