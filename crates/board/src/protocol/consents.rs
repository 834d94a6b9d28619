//! What a person agrees to (features.md A13).

use crate::{id::PersonId, office::consent::Purpose, time::Timestamp};
use wire::Wire;

/// One purpose, as the person sees it.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConsentInfo {
    /// What for.
    pub purpose: Purpose,
    /// The version of the text of today.
    pub text_version: u16,
    /// The consent that stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<Given>,
    /// When the last one was withdrawn, if none stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Timestamp>,
}

/// A consent that stands.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Given {
    /// Since when.
    pub at: Timestamp,
    /// To which version of the text.
    pub text_version: u16,
    /// In which language it was read.
    pub lang: String,
    /// Who of the association heard it, by name; nothing: given in the app.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heard_by: Option<String>,
}

/// Agrees, or withdraws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SetConsent {
    /// Agrees?
    pub given: bool,
    /// The version of the text that the person has read.
    pub text_version: u16,
}

/// Yes or no, as a coordinator sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConsentState {
    /// Whose.
    pub person: PersonId,
    /// What for.
    pub purpose: Purpose,
    /// Yes or no; nothing: not asked yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<bool>,
}
