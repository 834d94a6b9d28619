//! "I need a break until …" (features.md M29). No reason is asked.

use crate::time::Timestamp;
use chrono::NaiveDate;
use wire::Wire;

/// A break of the duo.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pause {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// When somebody ended it before its last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Timestamp>,
}

impl Pause {
    /// Whether the duo rests on this day.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.ended.is_none() && (self.from..=self.until).contains(&day)
    }
}
