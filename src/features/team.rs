//! Accounts of the association: the list, and the form for one of them.

pub mod fetch;
pub mod form;
pub mod list;
pub mod words;
