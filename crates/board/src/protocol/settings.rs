//! What holds for the whole association, and how long a person's name stays.

use crate::office::setting::Settings;
use chrono::NaiveDate;
use wire::Wire;

/// The settings as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SettingsInfo {
    /// The values.
    pub settings: Settings,
    /// Goes up with every change.
    pub version: u64,
}

/// How long the person who asks stays known after their last duo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Retention {
    /// Months after the last duo, as the association set them.
    pub months: u16,
    /// The day on which name and words go; nothing while a duo runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Whether that day is near.
    pub notice: bool,
}
