//! The matching aid: weights, suggestions with their reasons, and the way to the form of a duo.

pub mod reasons;
pub mod weights;
pub mod work;
