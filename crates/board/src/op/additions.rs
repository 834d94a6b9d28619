//! What the operations that add something carry.

use crate::{
    application::Stage,
    id::ItemId,
    item::Body,
    objective::{Horizon, Theme},
    order::Order,
    step::Who,
};
use chrono::NaiveDate;
use wire::Wire;

/// See [`Op::AddObjective`].
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AddObjective {
    /// Made by the app.
    pub id: ItemId,
    /// In the mentee's own words.
    pub title: String,
    /// How far away.
    pub horizon: Horizon,
    /// What about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<Theme>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Keep it to oneself?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only_me: bool,
    /// An idea of the mentor, for the mentee to take or decline (T03).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub suggested: bool,
}

/// See [`Op::AddStep`].
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AddStep {
    /// Made by the app.
    pub id: ItemId,
    /// The objective it serves.
    pub objective: ItemId,
    /// What to do.
    pub title: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// Who does it.
    pub who: Who,
    /// Its place.
    pub order: Order,
    /// Keep it to oneself, even under a shared objective?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only_me: bool,
    /// An idea of the mentor, for the mentee to take or decline (T03).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub suggested: bool,
}

/// See [`Op::AddApplication`].
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AddApplication {
    /// Made by the app.
    pub id: ItemId,
    /// Who offers the job.
    pub employer: String,
    /// The job's title.
    pub job: String,
    /// Where it stands; "to apply" when nothing is said (M11).
    #[serde(default = "AddApplication::first_stage")]
    pub stage: Stage,
    /// Where the offer can be read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// How the mentee heard of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Whom to talk to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// Where the work is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Keep it to oneself?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only_me: bool,
    /// An idea of the mentor, for the mentee to take or decline (T03).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub suggested: bool,
}

impl AddApplication {
    /// The stage of an application about which nothing else was said (M11).
    #[must_use]
    pub fn first_stage() -> Stage {
        Stage::ToApply
    }
}

/// See [`Op::AddComment`].
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AddComment {
    /// Made by the app.
    pub id: ItemId,
    /// What it is about.
    pub on: ItemId,
    /// The words.
    pub text: String,
    /// Keep it to oneself?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only_me: bool,
    /// It asks something and waits for an answer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks: bool,
}

/// See [`Op::Add`].
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AddItem {
    /// Made by the app.
    pub id: ItemId,
    /// Keep it to oneself?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only_me: bool,
    /// What it is at first. What only time can bring (signatures, answers) must be empty.
    pub body: Body,
}
