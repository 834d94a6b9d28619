//! Comments: words from one to the other about an item (features.md T02).

use crate::{entry::Entry, id::ItemId, time::Timestamp};
use wire::Wire;

/// A comment. Only its author changes or removes it.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Comment {
    /// What it is about.
    pub on: ItemId,
    /// The words.
    pub text: Entry,
    /// Whether the author changed it after sending.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub edited: bool,
    /// When the other person first saw it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Timestamp>,
    /// It asks something and waits for an answer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks: bool,
    /// When the question was settled without a written answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<Timestamp>,
}
