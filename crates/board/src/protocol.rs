//! What browser and server say to each other, so that neither can misunderstand the other.

pub mod account;
pub mod boards;
pub mod caseload;
pub mod consents;
pub mod contacts;
pub mod demographics;
pub mod drafts;
pub mod duos;
pub mod figures;
pub mod follow_ups;
pub mod help;
pub mod history;
pub mod imports;
pub mod items;
pub mod library;
pub mod looks;
pub mod my_data;
pub mod outcomes;
pub mod plans;
pub mod pool;
pub mod problem;
pub mod reminders;
pub mod session;
pub mod settings;
pub mod team;
