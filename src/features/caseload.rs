//! The duos of a coordinator: who needs somebody first, and why. Days, numbers and names, never a
//! word of a board.

pub mod address;
pub mod filters;
pub mod list;
pub mod live;
pub mod pages;
pub mod sectors;
pub mod state;
pub mod table;
pub mod tiles;
pub mod wording;
