//! What the association does with its duos: looks after them, closes them, asks what came of them,
//! counts. Pure, like the rest of this crate, and without a word of any board.

pub mod branch_view;
pub mod breakdown;
pub mod caseload;
pub mod closure;
pub mod consent;
pub mod contact;
pub mod demographics;
pub mod duty;
pub mod evidence;
pub mod follow_up;
pub mod indicators;
pub mod look;
pub mod masking;
pub mod matching;
pub mod outcome;
pub mod place;
pub mod record;
pub mod region;
pub mod retention;
pub mod setting;
pub mod tally;
pub mod target;
