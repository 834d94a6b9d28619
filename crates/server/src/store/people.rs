//! What is kept of people: who they are, how they came in, who accompanies whom.
//!
//! Secrets arrive here as hashes only; nothing in the database opens a door.

use super::StoreError;
use async_trait::async_trait;
use board::{
    actor::Role,
    id::{BranchId, DuoId, InvitationId, PersonId, SessionId},
    protocol::{
        duos::{Duo, InvitationState},
        session::BranchInfo,
    },
    slug::Slug,
    time::Timestamp,
};
use chrono::NaiveDate;

/// SHA-256 of a secret, or a keyed hash of a code.
pub type Hash = [u8; 32];

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// As what.
    pub role: Role,
    /// The name or pseudonym the coordinator wrote.
    pub name: String,
    /// Language tag.
    pub lang: String,
}

/// A signed-in device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// Which.
    pub id: SessionId,
    /// Whose.
    pub person: Person,
    /// Whether the device is only theirs.
    pub own_device: bool,
    /// Kind of device, in two words.
    pub label: String,
    /// Since when.
    pub created: Timestamp,
    /// Last use, to the hour.
    pub last_used: Timestamp,
    /// When it ends unless it is used.
    pub expires: Timestamp,
}

/// A session to be.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Which.
    pub id: SessionId,
    /// Hash of the secret in the cookie.
    pub hash: Hash,
    /// Whether the device is only theirs.
    pub own_device: bool,
    /// Kind of device, in two words.
    pub label: String,
    /// Now.
    pub created: Timestamp,
    /// When it ends unless it is used.
    pub expires: Timestamp,
}

/// What somebody holds to come in, hashed.
#[derive(Clone, Copy, Debug)]
pub enum KeyHash {
    /// Of the secret in a link.
    Token(Hash),
    /// Of the ten digits.
    Code(Hash),
}

/// An invitation and whom it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its state.
    pub state: InvitationState,
    /// Whom it is for.
    pub person: Person,
    /// The other person of their newest duo.
    pub other: Option<String>,
}

/// An invitation to be.
#[derive(Clone, Debug)]
pub struct NewInvitation {
    /// Which.
    pub id: InvitationId,
    /// For whom.
    pub person: PersonId,
    /// Hash of the link's secret.
    pub token: Hash,
    /// Keyed hash of the digits.
    pub code: Hash,
    /// Now.
    pub created: Timestamp,
    /// Until when it opens.
    pub expires: Timestamp,
}

/// One of the two of a duo to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Partner {
    /// Somebody who is added with the duo.
    New(Person),
    /// Somebody who is there: a mentee keeps the board, a mentor the other duos.
    Known(PersonId),
}

impl Partner {
    /// Who.
    #[must_use]
    pub fn id(&self) -> PersonId {
        match self {
            Self::New(person) => person.id,
            Self::Known(id) => *id,
        }
    }
}

/// A duo to be, with its two people.
#[derive(Clone, Debug)]
pub struct NewDuoRow {
    /// Which.
    pub id: DuoId,
    /// The mentee; one without a board gets one.
    pub mentee: Partner,
    /// The mentor.
    pub mentor: Partner,
    /// The branch that looks after them.
    pub branch: BranchId,
    /// First day.
    pub start: NaiveDate,
    /// Days between two meetings.
    pub cadence_days: u16,
    /// Last day, as planned.
    pub planned_end: NaiveDate,
    /// The sector the mentee aims at.
    pub sector: Option<Slug>,
    /// Who of the branch looks after them.
    pub coordinator: Option<PersonId>,
    /// Whether a mentor with many running duos gets one more.
    pub confirm_many: bool,
    /// Now.
    pub created: Timestamp,
    /// One for each who needs one, mentee first.
    pub invitations: Vec<NewInvitation>,
    /// The request that asks for it, so that a repeated one makes no second duo.
    pub request: Option<Request>,
}

/// A request that must take effect once (`Idempotency-Key`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// Who asks.
    pub person: PersonId,
    /// Hash of the key.
    pub key: Hash,
    /// Hash of what was asked.
    pub digest: Hash,
}

/// What became of a [`NewDuoRow`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DuoOutcome {
    /// It exists now.
    Created,
    /// The same request made this duo before.
    Repeated(DuoId),
    /// The same key came with another request.
    Reused,
    /// The known mentee has a running duo, or left, or is no mentee.
    MenteeTaken,
    /// The known mentee's last duo ended too short a time ago.
    TooSoon,
    /// The known mentor left, or is no mentor.
    MentorGone,
    /// The mentor has many running duos, and nobody said that one more is meant.
    ManyDuos,
}

/// People, sessions, invitations and duos.
#[async_trait]
pub trait PeopleStore: Send + Sync {
    /// Whether nobody is known yet.
    async fn is_empty(&self) -> Result<bool, StoreError>;

    /// Adds a branch.
    async fn add_branch(&self, branch: &BranchInfo) -> Result<(), StoreError>;

    /// Adds somebody who works for the association, with the branches they look after.
    async fn add_staff(
        &self,
        person: &Person,
        branches: &[BranchId],
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Everyone who works for the association, oldest first.
    async fn staff(&self) -> Result<Vec<Person>, StoreError>;

    /// Changes a person's language.
    async fn set_lang(&self, person: PersonId, lang: &str) -> Result<(), StoreError>;

    /// The branches a person looks after, by name.
    async fn branches_of(&self, staff: PersonId) -> Result<Vec<BranchInfo>, StoreError>;

    /// The branch to call for a person of a duo.
    async fn branch_for(&self, person: PersonId) -> Result<Option<BranchInfo>, StoreError>;

    /// The person, when they belong to a duo of a branch that `staff` looks after.
    async fn in_care(&self, staff: PersonId, person: PersonId) -> Result<Person, StoreError>;

    /// The session of a secret.
    async fn session(&self, hash: Hash) -> Result<Option<SessionRow>, StoreError>;

    /// The sessions of a person that have not ended, newest first.
    async fn sessions_of(
        &self,
        person: PersonId,
        now: Timestamp,
    ) -> Result<Vec<SessionRow>, StoreError>;

    /// Notes a use, which makes the session last longer.
    async fn use_session(
        &self,
        session: SessionId,
        last_used: Timestamp,
        expires: Timestamp,
    ) -> Result<(), StoreError>;

    /// Ends a session of this person.
    async fn end_session(&self, person: PersonId, session: SessionId) -> Result<(), StoreError>;

    /// Forgets what is over: sessions, which are returned, and the secrets of old invitations.
    async fn sweep(&self, now: Timestamp) -> Result<Vec<SessionId>, StoreError>;

    /// Stores an invitation, ends the person's older ones and, if asked, their sessions, which
    /// are returned. [`StoreError::Conflict`] when the code is waiting for somebody else.
    async fn invite(
        &self,
        invitation: NewInvitation,
        end_sessions: bool,
    ) -> Result<Vec<SessionId>, StoreError>;

    /// The invitation that a key opens or once opened.
    async fn find_invitation(
        &self,
        key: KeyHash,
        now: Timestamp,
    ) -> Result<Option<Invitation>, StoreError>;

    /// Uses an invitation: exactly one caller succeeds, everyone else gets
    /// [`StoreError::Conflict`]. The session at hand on the device ends.
    async fn enter(
        &self,
        invitation: InvitationId,
        session: NewSession,
        replaces: Option<SessionId>,
    ) -> Result<(), StoreError>;

    /// Whom an invitation is for, when `staff` looks after them.
    async fn invited(
        &self,
        staff: PersonId,
        invitation: InvitationId,
    ) -> Result<Person, StoreError>;

    /// Ends an invitation and the sessions made with it, which are returned.
    async fn end_invitation(
        &self,
        invitation: InvitationId,
        now: Timestamp,
    ) -> Result<Vec<SessionId>, StoreError>;

    /// Notes that the right person came in.
    async fn confirm_invitation(&self, invitation: InvitationId) -> Result<(), StoreError>;

    /// Creates a duo with what it needs (people, a board, invitations), all or nothing.
    async fn create_duo(&self, duo: NewDuoRow) -> Result<DuoOutcome, StoreError>;

    /// Ends a duo: the mentor's access to the board is over.
    async fn end_duo(&self, duo: DuoId, at: Timestamp) -> Result<(), StoreError>;

    /// The duos of the branches that `staff` looks after, newest first.
    async fn duos(&self, staff: PersonId, now: Timestamp) -> Result<Vec<Duo>, StoreError>;

    /// One of those.
    async fn duo(&self, staff: PersonId, duo: DuoId, now: Timestamp) -> Result<Duo, StoreError>;

    /// Hashes of the invitations made with a duo, mentee first.
    async fn first_invitations(&self, duo: DuoId) -> Result<Vec<NewInvitation>, StoreError>;
}
