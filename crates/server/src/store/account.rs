//! What people have of their own, what stays when they leave, and what time takes away.

use super::{
    StoreError,
    people::{Hash, Person},
};
use async_trait::async_trait;
use board::{
    id::{BoardId, PersonId, SessionId},
    item::Item,
    protocol::{account::VolunteerHour, my_data::MyData},
    time::Timestamp,
};

/// Whoever may not read a board any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Which board.
    pub board: BoardId,
    /// Who.
    pub person: PersonId,
}

/// What ended, for whoever closes streams and removes bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ended {
    /// Sessions that are over.
    pub sessions: Vec<SessionId>,
    /// Whose streams of which board are over.
    pub readers: Vec<Reader>,
    /// Files that may be nobody's any more.
    pub files: Vec<Hash>,
}

/// Calendars, hours, data, ends.
#[async_trait]
pub trait AccountStore: Send + Sync {
    /// Gives the person's calendar another secret, or takes it away.
    async fn set_calendar(
        &self,
        person: PersonId,
        secret: Option<Hash>,
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Whose calendar a secret opens.
    async fn calendar(&self, secret: Hash) -> Result<Person, StoreError>;

    /// The meetings on the boards that a person may open now.
    async fn meetings_of(&self, person: PersonId) -> Result<Vec<Item>, StoreError>;

    /// The meetings that took place in the duos of a mentor, past ones too, by day.
    async fn hours_of(&self, mentor: PersonId) -> Result<Vec<VolunteerHour>, StoreError>;

    /// Everything that is kept of a person, except devices and cards.
    async fn data_of(&self, person: PersonId, now: Timestamp) -> Result<MyData, StoreError>;

    /// Ends an account (M32). Of a mentee, everything goes; duos keep dates and counts. Of a
    /// mentor, the name and what was theirs alone go; what they wrote to a mentee stays. When it
    /// returns, the database file holds none of the words any more.
    async fn end_account(&self, person: PersonId, at: Timestamp) -> Result<Ended, StoreError>;

    /// Until when the mentor of a board's newest duo reads on, which must have ended
    /// ([`StoreError::Conflict`]); `None` means that no mentor of an ended duo does any longer.
    /// Returns those it is about.
    async fn share_until(
        &self,
        board: BoardId,
        until: Option<Timestamp>,
    ) -> Result<Vec<Reader>, StoreError>;

    /// Ends the access of mentors whose time after a duo is over.
    async fn end_shares(&self, now: Timestamp) -> Result<Vec<Reader>, StoreError>;

    /// Takes away what time is over for: a mentor's own notes three months after the duo (T06),
    /// items thirty days after their removal (M05), files that nothing refers to. Returns the
    /// hashes of files that may be nobody's any more.
    async fn tidy(&self, now: Timestamp) -> Result<Vec<Hash>, StoreError>;
}
