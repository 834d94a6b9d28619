//! What coordinators do with the library (features.md K18): read, publish, send back, take out.

pub mod decide;
mod history;
pub mod queue;
