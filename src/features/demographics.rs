//! The optional questions for reports (features.md A17): the same form for the mentee and for a
//! coordinator who asks them aloud. Apart from the plan; a mentor never comes here.

mod draft;
mod form;
pub mod own;
pub mod staff;
