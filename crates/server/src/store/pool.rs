//! The people that branches know, with or without a duo, and what a match is sought by.

use super::{StoreError, people::Person};
use async_trait::async_trait;
use board::{
    actor::Role,
    id::{BranchId, PersonId},
    office::matching::Profile,
    protocol::pool::{MatchProfile, PersonCard},
    time::Timestamp,
};
use chrono::NaiveDate;

/// Somebody a branch knows. Who belongs to several branches comes once for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPerson {
    /// Who.
    pub id: PersonId,
    /// Version of the name and the language.
    pub version: u64,
    /// As what.
    pub role: Role,
    /// The name the coordinator wrote.
    pub name: String,
    /// Language tag.
    pub lang: String,
    /// The branch.
    pub branch: BranchId,
    /// Number of duos that run, in any branch.
    pub running: u32,
    /// Whether they wait for a partner or are available.
    pub looking: bool,
}

/// Somebody to be matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: Person,
    /// Number of duos that run.
    pub running: u32,
    /// Since when they wait or are available.
    pub since: Option<NaiveDate>,
    /// What they told.
    pub profile: Profile,
}

/// What became of somebody to be removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal {
    /// They are gone.
    Done,
    /// They have or had a duo, or came in: their account ends in another way.
    HasPast,
}

/// People and profiles.
#[async_trait]
pub trait PoolStore: Send + Sync {
    /// Mentees and mentors of the branches that `staff` looks after.
    async fn known_people(&self, staff: PersonId) -> Result<Vec<KnownPerson>, StoreError>;

    /// Adds somebody who has no duo.
    async fn add_person(
        &self,
        person: &Person,
        branch: BranchId,
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Somebody of those branches, with their duos and their profile.
    async fn person_card(
        &self,
        staff: PersonId,
        person: PersonId,
    ) -> Result<PersonCard, StoreError>;

    /// Changes name and language. [`StoreError::Stale`] when somebody was faster.
    async fn change_person(
        &self,
        person: PersonId,
        version: u64,
        name: &str,
        lang: &str,
    ) -> Result<(), StoreError>;

    /// Removes somebody who was added by mistake.
    async fn remove_person(&self, person: PersonId) -> Result<Removal, StoreError>;

    /// Keeps a profile. `branch` is where a person without one belongs.
    /// [`StoreError::Stale`] when somebody was faster.
    async fn keep_profile(
        &self,
        person: PersonId,
        branch: BranchId,
        version: u64,
        profile: MatchProfile,
    ) -> Result<(), StoreError>;

    /// Everyone of a branch who waits or is available.
    async fn candidates(&self, branch: BranchId) -> Result<Vec<Candidate>, StoreError>;
}
