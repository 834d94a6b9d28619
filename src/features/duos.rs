//! What coordinators do with duos: names, dates and codes, never a word of a board.

pub mod calls;
pub mod codes;
mod coordinator;
pub mod fresh;
pub mod known;
pub mod new;
pub mod new_form;
pub mod opened;
pub mod panel;
pub mod qr;
pub mod slip;
pub mod view;
pub mod words_of;
