//! What a person can have of their own: a calendar, their hours, all their data, and an end.

use crate::{cv::FileRef, id::ItemId};
use chrono::NaiveDate;
use wire::Wire;

/// The address under which a calendar reads the person's meetings. Whoever knows it can read them.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarAddress {
    /// The address; told once, stored as a hash only.
    pub address: String,
}

/// The letter of the week (T11): where it goes, and whether it is wanted. Numbers only stand in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Digest {
    /// The e-mail address; read by nobody but the one who sends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Whether it goes out.
    pub weekly: bool,
}

/// Changes the letter of the week. What is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeDigest {
    /// The address; an empty one erases it and ends the letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Send it?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekly: Option<bool>,
}

/// One meeting in the sum of a volunteer's hours (T17).
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VolunteerHour {
    /// The day.
    pub on: NaiveDate,
    /// How long, in minutes.
    pub minutes: u16,
}

/// Ends an account (M32). What happens is said on the page that asks.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EndAccount {
    /// The person's own name, typed again: nobody does this by mistake.
    pub name: String,
}

/// Whether the mentor goes on reading the board after the duo has ended (M35).
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct KeepSharing {
    /// Go on?
    pub keep: bool,
}

/// A file that the server took.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Uploaded {
    /// What to put into the CV version.
    pub file: FileRef,
}

/// What to print on a proof of job search (M31): chosen item by item.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProofRequest {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// The chosen applications and steps.
    pub items: Vec<ItemId>,
    /// The language of the headings.
    pub lang: String,
}

/// Letters that a PDF shows as a box.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MissingLetters {
    /// Each once; empty when all of them can be shown.
    pub letters: String,
}
