//! What a mentee says of a sector code (features.md M22, M23).

use crate::{entry::Entry, slug::Slug, wire_enum::wire_enum};
use wire::Wire;

wire_enum! {
    /// What the mentee says of a card.
    Mark {
        /// "New to me."
        New = "new",
        /// "Tried."
        Tried = "tried",
        /// "I have a question"; the words are comments on the mark.
        Question = "question",
    }
}

/// A mark on a card of the library.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CodeMark {
    /// The card.
    pub code: Slug,
    /// Its sector.
    pub sector: Slug,
    /// Its situation, copied so that it can be read without the library.
    pub title: Entry,
    /// What the mentee says.
    pub mark: Mark,
}
