//! What is kept to write letters: addresses of people who want one, and what a letter counts.
//! No word of a board is read for it.

use super::StoreError;
use async_trait::async_trait;
use board::{
    actor::Role,
    id::PersonId,
    protocol::account::{ChangeDigest, Digest},
    time::Timestamp,
};
use chrono::NaiveDate;
use uuid::Uuid;

/// A week for which letters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: NaiveDate,
    /// When letters go out on that day.
    pub due: Timestamp,
    /// From when on things are new.
    pub since: Timestamp,
    /// The day it is now.
    pub today: NaiveDate,
}

/// What a letter says of a mentor's duos that run: numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tidings {
    /// How many duos.
    pub duos: u32,
    /// How many of these take a break now.
    pub resting: u32,
    /// How many have a meeting that both agreed on, today or later.
    pub planned: u32,
    /// How many things the mentees added or changed.
    pub news: u32,
}

/// Whom to write to.
#[derive(Clone, PartialEq, Eq)]
pub struct Addressee {
    /// As what: mentors and coordinators get different letters.
    pub role: Role,
    /// Where.
    pub address: String,
    /// Language tag.
    pub lang: String,
}

/// Addresses and letters.
#[async_trait]
pub trait MailStore: Send + Sync {
    /// A person's address, and whether they want the letter of the week.
    async fn digest(&self, person: PersonId) -> Result<Digest, StoreError>;

    /// Changes either; without an address there is no letter ([`StoreError::Conflict`] when one is
    /// asked for).
    async fn change_digest(
        &self,
        person: PersonId,
        change: ChangeDigest,
        at: Timestamp,
    ) -> Result<Digest, StoreError>;

    /// Lets one holder do some work until then; `false` while somebody else does it.
    async fn take_lease(
        &self,
        name: &'static str,
        holder: Uuid,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<bool, StoreError>;

    /// Gives the work back.
    async fn end_lease(&self, name: &'static str, holder: Uuid) -> Result<(), StoreError>;

    /// The mentors of running duos, and those who look after duos, who wanted a letter before it
    /// was due and did not get that of this week; each with their role.
    async fn letters_due(&self, week: Week) -> Result<Vec<(PersonId, Role)>, StoreError>;

    /// What the letter of a mentor says.
    async fn tidings(&self, mentor: PersonId, week: Week) -> Result<Tidings, StoreError>;

    /// Notes that a letter goes out, and says where to; nothing when it did already, or is not
    /// wanted any more.
    async fn claim_letter(
        &self,
        person: PersonId,
        monday: NaiveDate,
    ) -> Result<Option<Addressee>, StoreError>;

    /// Notes that the letter did not go out.
    async fn return_letter(&self, person: PersonId, monday: NaiveDate) -> Result<(), StoreError>;
}
