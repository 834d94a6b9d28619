//! People of a branch, with or without a duo, and the matching aid (features.md K01, K22).
//!
//! Names that staff wrote, closed lists and numbers: nothing else is kept for a match.

use crate::{
    actor::Role,
    id::{BranchId, DuoId, PersonId},
    office::matching::{Blocked, Profile, Score, Weights},
};
use chrono::NaiveDate;
use wire::Wire;

/// Somebody a branch knows.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonRow {
    /// Who.
    pub id: PersonId,
    /// Version of name and language, for `If-Match`.
    pub version: u64,
    /// The name the coordinator wrote.
    pub name: String,
    /// Mentee or mentor.
    pub role: Role,
    /// Language tag.
    pub lang: String,
    /// The branches that know them.
    pub branches: Vec<BranchId>,
    /// Number of duos that run.
    pub duos: u32,
    /// Whether they wait for a partner or are available.
    pub looking: bool,
}

/// A page of people.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PeoplePage {
    /// The people, by name.
    pub people: Vec<PersonRow>,
    /// How many there are on all pages.
    pub total: u32,
}

/// People on one page.
pub const PEOPLE_PAGE: usize = 50;

/// Somebody who has no duo yet.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    /// Name or pseudonym.
    pub name: String,
    /// Mentee or mentor.
    pub role: Role,
    /// Language tag.
    pub lang: String,
    /// The branch.
    pub branch: BranchId,
}

/// A new name or language.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangePerson {
    /// Name or pseudonym.
    pub name: String,
    /// Language tag.
    pub lang: String,
}

/// One person with their duos and what they told about a partner.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonCard {
    /// Who.
    pub person: PersonRow,
    /// Their duos in the branches of whoever asks, newest first.
    pub duos: Vec<PersonDuo>,
    /// What a match is sought by.
    pub profile: MatchProfile,
    /// Whether they have gone on with another branch: here they are read, and not changed.
    #[serde(default)]
    pub elsewhere: bool,
}

/// A duo of a person.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonDuo {
    /// Which.
    pub id: DuoId,
    /// Name of the other one.
    pub other: String,
    /// First day.
    pub start: NaiveDate,
    /// Whether it is over.
    pub ended: bool,
}

/// A profile with what says whether it is in use.
#[derive(Clone, Debug, Default, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MatchProfile {
    /// Version, for `If-Match`; 0 as long as there is none.
    #[serde(default)]
    pub version: u64,
    /// Whether the mentee waits, or the mentor is available.
    #[serde(default)]
    pub looking: bool,
    /// Since when; the server writes the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// What they told.
    #[serde(default)]
    pub profile: Profile,
}

/// What the aid suggests for a branch. People decide.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Matching {
    /// What counted how much.
    pub weights: Weights,
    /// Most points a pair can have with these weights.
    pub best: u32,
    /// Each waiting mentee, those who wait longest first.
    pub mentees: Vec<MatchedMentee>,
    /// Available mentors who got nobody.
    pub free_mentors: Vec<Named>,
}

/// A waiting mentee with what was found.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MatchedMentee {
    /// Who.
    pub mentee: Named,
    /// Since when they wait.
    pub since: Option<NaiveDate>,
    /// The mentor of the best arrangement of the whole pool.
    pub suggested: Option<Suggestion>,
    /// The other mentors that fit this mentee best, at most three.
    pub others: Vec<Suggestion>,
    /// Why nobody was found, when nobody was.
    pub unmatched: Option<Unmatched>,
}

/// A person with a name.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Named {
    /// Who.
    pub id: PersonId,
    /// The name the coordinator wrote.
    pub name: String,
    /// Number of duos that run.
    pub duos: u32,
}

/// A mentor for a mentee, and why.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Suggestion {
    /// The mentor.
    pub mentor: Named,
    /// Points and reasons.
    pub score: Score,
}

/// Why a mentee has nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unmatched {
    /// No mentor is available.
    NoMentor,
    /// Each available mentor is ruled out, most of them for this.
    RuledOut {
        /// The most frequent cause.
        cause: Blocked,
    },
    /// Those who fit were given to somebody whom they fit better.
    AllGiven,
}
