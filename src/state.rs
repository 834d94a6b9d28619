//! What the app knows: who is signed in, the board, and how it reaches the server. No `view!` here.

pub mod board;
pub mod connection;
pub mod keep;
pub mod library;
pub mod open_board;
pub mod session;
pub mod trouble;
pub mod waiting_files;
