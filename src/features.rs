//! What a person can do, one module per noun; each joins components to the state of the board.

pub mod api_error;
pub mod applications;
pub mod asides;
pub mod comments;
pub mod delivery;
pub mod devices;
pub mod drafts;
pub mod duos;
pub mod fetched;
pub mod leave;
pub mod live_text;
pub mod more;
pub mod news;
pub mod not_sent;
pub mod objectives;
pub mod people;
pub mod privacy;
pub mod ready;
pub mod removed;
pub mod rows;
pub mod session;
pub mod shell;
pub mod steps;
pub mod typed_words;
pub mod versions;
pub mod week;
