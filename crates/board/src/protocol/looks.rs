//! Who of the association looked at what of the person who asks.

use crate::office::look::Looked;
use chrono::NaiveDate;
use wire::Wire;

/// One look: somebody, something, a day. The same again on the same day is not told twice.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Look {
    /// The day in Belgium.
    pub on: NaiveDate,
    /// Who, by name; empty when they work there no longer.
    pub by: String,
    /// What.
    pub what: Looked,
}
