//! The question three, six and twelve months after (features.md K12): the list of a coordinator, the
//! section on the page of a duo, the form for an answer, the link.

mod answer;
mod link;
pub mod list;
pub mod section;
mod wording;
