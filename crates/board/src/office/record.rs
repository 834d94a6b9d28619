//! One duo as figures know it: days, numbers, listed words and ids that stand for people. No name
//! and no word of a board fits in.

use super::{
    closure::{Checklist, ClosureKind},
    demographics::Demographics,
    follow_up::FollowUpAnswer,
    outcome::Outcome,
    region::Region,
    tally::Tally,
};
use crate::{
    health::facts::Facts,
    id::{BranchId, DuoId, PersonId},
    slug::Slug,
};
use chrono::NaiveDate;

/// How and when a duo ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The last day.
    pub on: NaiveDate,
    /// Why, when it was noted.
    pub kind: Option<ClosureKind>,
    /// What was done for a good end.
    pub checklist: Checklist,
}

/// An answer to "where are you now?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Followed {
    /// The question of which month.
    pub month: u8,
    /// The answer.
    pub answer: FollowUpAnswer,
    /// The day it was given.
    pub day: NaiveDate,
}

/// One duo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DuoRecord {
    /// Which.
    pub duo: DuoId,
    /// The same for every duo of one mentee.
    pub mentee: PersonId,
    /// The same for every duo of one mentor.
    pub mentor: PersonId,
    /// The branch that looks after it.
    pub branch: BranchId,
    /// Where that branch works, when it was said.
    pub region: Option<Region>,
    /// First day.
    pub start: NaiveDate,
    /// Planned last day.
    pub planned_end: NaiveDate,
    /// How it ended.
    pub ended: Option<Ended>,
    /// The sector aimed at when it began; nothing: no project yet.
    pub sector: Option<Slug>,
    /// Language tag of the mentee.
    pub lang: Option<Slug>,
    /// What its health is reckoned from.
    pub facts: Facts,
    /// What was counted on its board.
    pub tally: Tally,
    /// What began for the mentee, as noted with this duo.
    pub outcomes: Vec<Outcome>,
    /// What the mentee answered later.
    pub followed: Vec<Followed>,
    /// The mentee's optional answers; read only to break figures down.
    pub demographics: Demographics,
}

impl DuoRecord {
    /// A duo of which only the beginning is known.
    #[must_use]
    pub fn begun(duo: DuoId, people: [PersonId; 2], branch: BranchId, start: NaiveDate) -> Self {
        let facts = Facts::of_new_duo(start);
        Self {
            duo,
            mentee: people[0],
            mentor: people[1],
            branch,
            region: None,
            start,
            planned_end: facts.planned_end,
            ended: None,
            sector: None,
            lang: None,
            facts,
            tally: Tally::default(),
            outcomes: Vec::new(),
            followed: Vec::new(),
            demographics: Demographics::default(),
        }
    }

    /// How it ended, when that was not after `day`.
    #[must_use]
    pub fn ended_by(&self, day: NaiveDate) -> Option<Ended> {
        self.ended.filter(|ended| ended.on <= day)
    }

    /// The last day up to `day` on which it ran.
    #[must_use]
    pub fn last_day(&self, day: NaiveDate) -> NaiveDate {
        self.ended_by(day).map_or(day, |ended| ended.on)
    }
}
