//! The proof of job search: chosen by the mentee, line by line (features.md M31).

mod choose;
mod days;
mod paper;
mod take;
pub mod work;
