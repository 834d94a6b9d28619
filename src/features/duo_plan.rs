//! The plan of a duo, for its coordinator: days, rhythm, who looks after it, breaks (K08).

pub mod breaks;
pub mod change;
pub mod open;
pub mod section;
