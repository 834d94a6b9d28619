//! Yes or no of the two of a duo, on its page (features.md A13), and the questions for reports.

pub mod section;
