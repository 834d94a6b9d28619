//! Duos that come with all that happened to them so far: the demo, and the crowd of duos that
//! measurements are made with. Everything of many duos is written at once.

use super::{StoreError, people::Person};
use async_trait::async_trait;
use board::{
    event::Event,
    id::{BoardId, BranchId, DuoId, PersonId},
    item::Item,
    office::{
        closure::Closure,
        consent::Purpose,
        contact::{Channel, SpokeWith},
        demographics::Demographics,
        follow_up::FollowUpAnswer,
        outcome::Outcome,
    },
    protocol::help::HelpTopic,
    slug::Slug,
    time::Timestamp,
};
use chrono::NaiveDate;
use uuid::Uuid;

/// A duo with its past.
#[derive(Clone, Debug)]
pub struct PastDuo {
    /// Which.
    pub id: DuoId,
    /// The mentee's board.
    pub board: BoardId,
    /// The mentee, who is new.
    pub mentee: Person,
    /// The mentor; one who is there already has several duos.
    pub mentor: Person,
    /// The branch that looks after them.
    pub branch: BranchId,
    /// Who of that branch does, and noted what follows.
    pub coordinator: PersonId,
    /// First day.
    pub start: NaiveDate,
    /// Last day, as planned.
    pub planned_end: NaiveDate,
    /// Days between two meetings.
    pub cadence_days: u16,
    /// What the mentee aims at.
    pub sector: Option<Slug>,
    /// When the duo was made.
    pub created: Timestamp,
    /// What is on the board.
    pub spaces: Vec<PastSpace>,
    /// Calls that were asked for.
    pub help: Vec<PastHelp>,
    /// When the coordinator spoke with them.
    pub contacts: Vec<PastContact>,
    /// Breaks that the coordinator noted: first and last day.
    pub breaks: Vec<(NaiveDate, NaiveDate)>,
    /// How it ended, and when that was noted.
    pub closure: Option<(Closure, Timestamp)>,
    /// What came of it.
    pub outcomes: Vec<Outcome>,
    /// The questions that were asked afterwards.
    pub follow_ups: Vec<PastFollowUp>,
    /// What the mentee agreed to on the first day.
    pub consents: Vec<Purpose>,
    /// What the mentee answered for the breakdowns.
    pub demographics: Option<Demographics>,
}

/// A space of a board: what is in it, and every event that made it so.
#[derive(Clone, Debug)]
pub struct PastSpace {
    /// Which.
    pub id: Uuid,
    /// Whose; nobody's: shared.
    pub person: Option<PersonId>,
    /// What is in it.
    pub items: Vec<Item>,
    /// From the first to the last.
    pub events: Vec<Event>,
}

/// A call that somebody asked for.
#[derive(Clone, Debug)]
pub struct PastHelp {
    /// Which.
    pub id: Uuid,
    /// Who.
    pub person: PersonId,
    /// What about.
    pub topic: HelpTopic,
    /// When.
    pub at: Timestamp,
    /// When somebody called.
    pub answered: Option<Timestamp>,
}

/// A talk of the coordinator with one of the two.
#[derive(Clone, Debug)]
pub struct PastContact {
    /// Which.
    pub id: Uuid,
    /// With whom.
    pub with: SpokeWith,
    /// When.
    pub day: NaiveDate,
    /// By phone, in person.
    pub channel: Channel,
    /// When to speak again.
    pub follow_up: Option<NaiveDate>,
    /// What the coordinator wrote.
    pub note: String,
}

/// The question of three, six or twelve months.
#[derive(Clone, Copy, Debug)]
pub struct PastFollowUp {
    /// Which of the three.
    pub month: u8,
    /// What was answered; nothing: nobody was reached yet.
    pub answer: Option<FollowUpAnswer>,
    /// When.
    pub day: NaiveDate,
    /// How often somebody tried.
    pub tries: u8,
}

/// Duos with a past.
#[async_trait]
pub trait PastStore: Send + Sync {
    /// Adds duos with all that happened to them, in one transaction. Nobody is told: there is no
    /// reader yet.
    async fn add_past(&self, duos: Vec<PastDuo>) -> Result<(), StoreError>;
}
