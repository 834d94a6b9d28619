//! Notes that only their author reads (features.md T06).

use crate::{entry::Entry, id::ItemId};
use wire::Wire;

/// A private note. It lies in its author's private space and cannot be shared.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Note {
    /// What it is about, when it is about one item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ItemId>,
    /// The words.
    pub text: Entry,
}
