//! What a person can want: one variant per intention.
//!
//! The names carry their meaning for ever: a changed meaning gets a new name, so that an outbox
//! written by an older app is still understood (design.md §4, Schema).

mod additions;
mod text_field;

// One place to import an operation and its parts from.
pub use additions::{AddApplication, AddComment, AddItem, AddObjective, AddStep};
pub use text_field::{Keep, TextField};

use crate::{
    application::{EndReason, Stage},
    code_mark::Mark,
    cv::{CvKind, Review},
    id::ItemId,
    meeting::{DayTime, MeetingHow, MeetingState, MeetingWord},
    objective::{Horizon, ObjectiveState, Theme},
    order::Order,
    referral::{ReferralMode, ReferralOutcome, Went},
    slug::Slug,
    step::Who,
    time::Timestamp,
};
use chrono::NaiveDate;
use wire::{CloneOnce, Wire};

/// One intention of one person.
#[derive(CloneOnce, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[expect(clippy::large_enum_variant, reason = "a few live at a time, each for a moment")]
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
    /// Move a step among the steps of its objective, or an entry within its part of a CV.
    Place {
        /// The step or entry.
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
    /// Add an item of any kind that has no operation of its own above.
    Add(AddItem),
    /// Take or decline an idea of the mentor (T03).
    AnswerSuggestion {
        /// The idea.
        item: ItemId,
        /// Make it part of the plan?
        accept: bool,
    },
    /// Take back the answer to an idea of the mentor: it waits for one again (T03).
    ReopenSuggestion {
        /// The idea.
        item: ItemId,
    },
    /// Say which CV version or letter goes with an application (M17).
    Attach {
        /// The application.
        item: ItemId,
        /// CV or letter.
        kind: CvKind,
        /// The version; nothing takes it away.
        version: Option<ItemId>,
    },
    /// Say why an application ended (M15).
    SetReason {
        /// The application.
        item: ItemId,
        /// Why; nothing takes it away.
        reason: Option<EndReason>,
    },
    /// Say how far the reading of a CV is (M18).
    SetReview {
        /// The CV version.
        item: ItemId,
        /// How far; nothing takes the request back.
        review: Option<Review>,
    },
    /// From now on a version does not change: it was sent (M17). A consequence, never a request.
    Seal {
        /// The CV version.
        item: ItemId,
    },
    /// Choose sector and occupation of a CV or of the career aim.
    SetAim {
        /// The CV version or the aim.
        item: ItemId,
        /// The sector; nothing means "I do not know yet".
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sector: Option<Slug>,
        /// The occupation.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        occupation: Option<Slug>,
    },
    /// Say on which day: of a referral, a last talk with a contact, a key date.
    SetDay {
        /// The item.
        item: ItemId,
        /// The day; nothing takes it away where the item can do without.
        on: Option<NaiveDate>,
    },
    /// Say how the mentor referred (T09).
    SetMode {
        /// The referral.
        item: ItemId,
        /// How.
        mode: ReferralMode,
    },
    /// "I went", "I could not go", "I did not dare" (M20).
    SayWent {
        /// The referral.
        item: ItemId,
        /// What the mentee says; nothing takes it back.
        went: Option<Went>,
    },
    /// Say what came of a referral (M21).
    SetOutcome {
        /// The referral.
        item: ItemId,
        /// What came of it; nothing takes it back.
        outcome: Option<ReferralOutcome>,
    },
    /// Set the days on which a PIIS is looked at again.
    SetReviews {
        /// The referral.
        item: ItemId,
        /// The days, in order.
        days: Vec<NaiveDate>,
    },
    /// Mark a sector code (M22).
    SetMark {
        /// The mark.
        item: ItemId,
        /// What the mentee says now.
        mark: Mark,
    },
    /// Propose another day for a meeting (M25). One that is over by then stays as it was noted.
    MoveMeeting {
        /// The meeting.
        item: ItemId,
        /// The day.
        on: NaiveDate,
        /// The time.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        time: Option<DayTime>,
        /// How.
        how: MeetingHow,
    },
    /// Say where a meeting stands: agreed, held, missed … (M25, M26).
    SetMeeting {
        /// The meeting.
        item: ItemId,
        /// Where it stands.
        state: MeetingState,
        /// How long it took, in minutes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u16>,
    },
    /// "I will be late", "I can't come" (M25).
    SayMeeting {
        /// The meeting.
        item: ItemId,
        /// What; nothing takes it back.
        word: Option<MeetingWord>,
    },
    /// Correct what was noted about a meeting that is over (T05).
    CorrectMeeting {
        /// The meeting.
        item: ItemId,
        /// The day it was on.
        on: NaiveDate,
        /// How the two met.
        how: MeetingHow,
        /// How long it took, in minutes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u16>,
    },
    /// Agree on another time between two meetings; takes the signatures away (A14).
    SetCadence {
        /// The agreement.
        item: ItemId,
        /// Days between two meetings.
        days: u16,
    },
    /// Put one's name under the agreement (A14).
    Sign {
        /// The agreement.
        item: ItemId,
    },
    /// End a break before its last day (M29).
    EndPause {
        /// The break.
        item: ItemId,
    },
    /// A question needs no answer any more.
    Settle {
        /// The question.
        item: ItemId,
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

impl Op {
    /// Whether it follows from another operation, so that the device that sent that one has no
    /// copy of it.
    #[must_use]
    pub fn is_consequence(&self) -> bool {
        matches!(self, Self::Seal { .. })
    }

    /// The item that an addition makes.
    #[must_use]
    pub fn added(&self) -> Option<ItemId> {
        match self {
            Self::AddObjective(add) => Some(add.id),
            Self::AddStep(add) => Some(add.id),
            Self::AddApplication(add) => Some(add.id),
            Self::AddComment(add) => Some(add.id),
            Self::Add(add) => Some(add.id),
            _ => None,
        }
    }
}
