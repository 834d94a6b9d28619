//! People the mentee knows or meets on the way (features.md M24).

use crate::entry::Entry;
use chrono::NaiveDate;
use wire::Wire;

/// Somebody who can help. Starts as "only me".
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Contact {
    /// Their name.
    pub title: Entry,
    /// How the mentee knows them.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub source: Entry,
    /// What they can help with.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub notes: Entry,
    /// Telephone or e-mail.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub contact: Entry,
    /// When the two last talked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<NaiveDate>,
}
