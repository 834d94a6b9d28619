//! Objectives: what the mentee wants to reach, and by when (features.md M04, M05, M09).

use crate::{entry::Entry, time::Timestamp, wire_enum::wire_enum};
use wire::Wire;

wire_enum! {
    /// How far away an objective is (M04).
    Horizon {
        /// Within a month.
        Short = "short",
        /// Within six months.
        Medium = "medium",
        /// Later.
        Long = "long",
    }
}

wire_enum! {
    /// What an objective is about (M09).
    Theme {
        /// Work.
        Job = "job",
        /// Training.
        Training = "training",
        /// Language.
        Language = "language",
        /// Diploma and its recognition.
        Diploma = "diploma",
        /// Housing.
        Housing = "housing",
        /// Papers and administration.
        Paperwork = "paperwork",
        /// Money.
        Money = "money",
        /// Health.
        Health = "health",
        /// Family.
        Family = "family",
        /// Getting around.
        Mobility = "mobility",
        /// Phone and computer.
        Digital = "digital",
        /// Law.
        Legal = "legal",
        /// Confidence and people one knows.
        Network = "network",
    }
}

impl Theme {
    /// Whether an objective on this theme starts as "only me" (M09).
    #[must_use]
    pub fn is_sensitive(&self) -> bool {
        matches!(self, Self::Health | Self::Legal | Self::Family | Self::Money)
    }
}

wire_enum! {
    /// Where an objective stands (M05).
    ObjectiveState {
        /// Being worked on.
        Active = "active",
        /// On hold.
        Paused = "paused",
        /// Done.
        Reached = "reached",
        /// No longer wanted; as good an end as any.
        ChangedMind = "changed_mind",
    }
}

/// Something the mentee wants to reach.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Objective {
    /// In the mentee's own words.
    pub title: Entry,
    /// How far away it is.
    pub horizon: Horizon,
    /// What it is about, when that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<Theme>,
    /// Why, and anything else worth keeping.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub notes: Entry,
    /// Where it stands.
    pub state: ObjectiveState,
    /// Why it was closed or paused, when that was said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// Since when it stands there.
    pub since: Timestamp,
}
