//! What a person can want: one variant per intention.
//!
//! The names carry their meaning for ever: a changed meaning gets a new name, so that an outbox
//! written by an older app is still understood (design.md §4, Schema).

use crate::{
    application::Stage,
    id::ItemId,
    objective::{Horizon, ObjectiveState, Theme},
    order::Order,
    step::Who,
    text::{self, LINE_MAX, TEXT_MAX, TextError},
    time::Timestamp,
    wire_enum::wire_enum,
};
use chrono::NaiveDate;
use wire::Wire;

wire_enum! {
    /// The texts of items that people write together.
    TextField {
        /// Title of an objective or a step.
        Title = "title",
        /// Notes of an objective or an application.
        Notes = "notes",
        /// Words of a comment.
        Body = "body",
        /// Employer of an application.
        Employer = "employer",
        /// Job title of an application.
        Job = "job",
        /// Link of an application.
        Link = "link",
        /// Source of an application.
        Source = "source",
        /// Contact of an application.
        Contact = "contact",
        /// Place of an application.
        Place = "place",
        /// Next action of an application.
        Next = "next",
    }
}

impl TextField {
    /// Most characters the field holds.
    #[must_use]
    pub fn max(&self) -> usize {
        if self.is_long() { TEXT_MAX } else { LINE_MAX }
    }

    /// Whether the field holds several lines.
    #[must_use]
    pub fn is_long(&self) -> bool {
        matches!(self, Self::Notes | Self::Body)
    }

    /// Cleans what was typed into this field.
    ///
    /// # Errors
    /// The [`TextError`] of the field's rule.
    pub fn parse(&self, typed: &str) -> Result<String, TextError> {
        match self {
            Self::Title | Self::Employer | Self::Job => text::parse_title(typed),
            Self::Link => text::parse_link(typed),
            Self::Notes => text::parse_text(typed),
            Self::Body => match text::parse_text(typed)? {
                body if body.is_empty() => Err(TextError::Empty),
                body => Ok(body),
            },
            Self::Source | Self::Contact | Self::Place | Self::Next | Self::Other(_) => {
                text::parse_line(typed)
            }
        }
    }
}

wire_enum! {
    /// What to keep when two versions of a text met.
    Keep {
        /// The one that is shown now.
        Shown = "shown",
        /// The one that waits.
        Waiting = "waiting",
        /// Both, one after the other.
        Both = "both",
    }
}

/// One intention of one person.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Op {
    /// Add an objective (M04).
    AddObjective(AddObjective),
    /// Add a step to an objective (M06).
    AddStep(AddStep),
    /// Add a job application (M11).
    AddApplication(AddApplication),
    /// Say something about an item (T02).
    AddComment(AddComment),
    /// Change a text, having read `base`.
    EditText {
        /// Whose text.
        item: ItemId,
        /// Which text.
        field: TextField,
        /// What the person saw before writing.
        base: String,
        /// What they wrote.
        text: String,
    },
    /// Settle a text of which two versions met.
    ChooseVersion {
        /// Whose text.
        item: ItemId,
        /// Which text.
        field: TextField,
        /// The waiting version, named by the moment the two met.
        waiting: Timestamp,
        /// What to keep.
        keep: Keep,
    },
    /// Say how far away an objective is.
    SetHorizon {
        /// The objective.
        item: ItemId,
        /// How far away.
        horizon: Horizon,
    },
    /// Say what an objective is about.
    SetTheme {
        /// The objective.
        item: ItemId,
        /// What about; nothing takes the theme away.
        theme: Option<Theme>,
    },
    /// Say where an objective stands (M05).
    SetState {
        /// The objective.
        item: ItemId,
        /// Where it stands.
        state: ObjectiveState,
        /// Why, when the person wants to say.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
    /// Tick or untick a step.
    TickStep {
        /// The step.
        item: ItemId,
        /// Ticked?
        done: bool,
    },
    /// Say by when a step should be done.
    SetDue {
        /// The step.
        item: ItemId,
        /// The day; nothing takes it away.
        due: Option<NaiveDate>,
    },
    /// Say who does a step.
    SetWho {
        /// The step.
        item: ItemId,
        /// Who.
        who: Who,
    },
    /// Move a step among the steps of its objective.
    PlaceStep {
        /// The step.
        item: ItemId,
        /// Its new place.
        order: Order,
    },
    /// Say where an application stands (M12).
    MoveApplication {
        /// The application.
        item: ItemId,
        /// The stage.
        to: Stage,
    },
    /// Say when the next action of an application is due (M13).
    SetNextDay {
        /// The application.
        item: ItemId,
        /// The day; nothing takes it away.
        on: Option<NaiveDate>,
    },
    /// "I have read these comments."
    SeeComments {
        /// Which ones.
        items: Vec<ItemId>,
    },
    /// Put an item away; it can come back for 30 days (M05).
    Remove {
        /// The item.
        item: ItemId,
    },
    /// Bring a removed item back.
    Restore {
        /// The item.
        item: ItemId,
    },
    /// Let the mentor see an item and what belongs to it (M10).
    Share {
        /// The item.
        item: ItemId,
    },
    /// Keep an item, and what belongs to it, to oneself (M10).
    Unshare {
        /// The item.
        item: ItemId,
    },
}

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
}
