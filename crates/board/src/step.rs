//! Steps under an objective (features.md M06).

use crate::{entry::Entry, id::ItemId, order::Order, time::Timestamp, wire_enum::wire_enum};
use chrono::NaiveDate;
use wire::Wire;

wire_enum! {
    /// Who does a step.
    Who {
        /// The mentee.
        Mentee = "mentee",
        /// The mentor.
        Mentor = "mentor",
        /// Both together.
        Both = "both",
    }
}

/// Something to do for an objective.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Step {
    /// The objective it serves.
    pub objective: ItemId,
    /// What to do.
    pub title: Entry,
    /// By when, if that was said. A day gone by changes nothing by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// Who does it.
    pub who: Who,
    /// When it was ticked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Timestamp>,
    /// Its place among the steps of the objective.
    pub order: Order,
}
