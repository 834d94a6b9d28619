//! What browser and server say to each other, so that neither can misunderstand the other.

pub mod account;
pub mod boards;
pub mod duos;
pub mod help;
pub mod history;
pub mod library;
pub mod my_data;
pub mod problem;
pub mod session;
