//! The question after three, six and twelve months, as the association works on it (K12).

use crate::{
    id::DuoId,
    office::follow_up::{FollowUpAnswer, FollowUpSource},
    time::Timestamp,
};
use chrono::NaiveDate;
use wire::Wire;

/// One question of one duo.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FollowUpInfo {
    /// After how many months.
    pub month: u8,
    /// The day it is asked.
    pub due: NaiveDate,
    /// Goes up with every change; 0 while nothing is noted.
    pub version: u64,
    /// What the mentee said, or that nobody was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<FollowUpAnswer>,
    /// On which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// How the answer came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<FollowUpSource>,
    /// How often nobody was reached.
    pub tries: u16,
    /// Until when a link that was handed over opens the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link_until: Option<Timestamp>,
    /// Whether the mentee does not want to be asked: nothing more is noted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub refused: bool,
}

/// A question on the list, with whom to ask.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FollowUpRow {
    /// Which duo.
    pub duo: DuoId,
    /// The mentee.
    pub mentee: String,
    /// The mentee's language.
    pub lang: String,
    /// Whether the mentee agreed to be asked; nothing: not asked yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<bool>,
    /// The question.
    pub question: FollowUpInfo,
}

/// What is to be asked, and what came back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FollowUpList {
    /// Still to be asked, the longest overdue first.
    pub due: Vec<FollowUpRow>,
    /// How many that is; the list holds the first of them.
    pub total: u32,
    /// Where nobody was reached; the question may be asked again.
    pub unreachable: Vec<FollowUpRow>,
    /// Answers of the last weeks that speak of an outcome that nobody has noted.
    pub to_note: Vec<FollowUpRow>,
}

/// Notes an answer, or takes it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerFollowUp {
    /// What the mentee said; nothing: as if never asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<FollowUpAnswer>,
}

/// A link to the question, told once.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FollowUpLink {
    /// The address; the secret is behind `#`.
    pub link: String,
    /// The same as a picture to scan (SVG).
    pub qr_svg: String,
    /// Until when it opens the question.
    pub until: Timestamp,
}
