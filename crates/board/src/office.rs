//! What the association does with its duos: looks after them, closes them, asks what came of them,
//! counts. Pure, like the rest of this crate, and without a word of any board.

pub mod closure;
pub mod demographics;
pub mod duty;
pub mod outcome;
pub mod region;
