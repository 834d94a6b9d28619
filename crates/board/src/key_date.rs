//! Days that must not be missed (features.md M30).

use crate::{entry::Entry, wire_enum::wire_enum};
use chrono::NaiveDate;
use wire::Wire;

wire_enum! {
    /// What ends or comes on the day.
    KeyDateKind {
        /// The residence permit ends.
        Permit = "permit",
        /// Benefits end or are looked at again.
        Benefits = "benefits",
        /// An answer about a diploma is due.
        Equivalence = "equivalence",
        /// The CPAS/OCMW looks at the PIIS/GPMI again.
        PiisReview = "piis_review",
        /// A date of the integration path.
        Integration = "integration",
        /// Anything else.
        Own = "own",
    }
}

/// Days before a key date on which the mentee is reminded (M30).
pub const REMINDER_DAYS: [i64; 2] = [30, 7];

/// A day that must not be missed. Starts as "only me".
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeyDate {
    /// What ends or comes.
    pub kind: KeyDateKind,
    /// The mentee's words for it.
    pub title: Entry,
    /// The day.
    pub on: NaiveDate,
    /// Anything worth keeping.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub notes: Entry,
}
