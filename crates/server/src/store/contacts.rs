//! What is kept of the talks of coordinators with the two of a duo (features.md K06, K07).

use super::StoreError;
use async_trait::async_trait;
use board::{
    id::{ContactId, DuoId, PersonId},
    protocol::contacts::{ContactCalendar, NewContact, OfficeContact},
    time::Timestamp,
};
use chrono::NaiveDate;

/// What the rules of a talk that is to be changed depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactRow {
    /// The first day of the duo.
    pub start: NaiveDate,
    /// Whether the reader noted it.
    pub own: bool,
}

/// The log of talks. Every duo is one of the branches that `staff` looks after; any other one is
/// [`StoreError::NotFound`].
#[async_trait]
pub trait ContactStore: Send + Sync {
    /// The talks with the two of a duo, newest first.
    async fn contacts(&self, staff: PersonId, duo: DuoId)
    -> Result<Vec<OfficeContact>, StoreError>;

    /// What the rules of one talk depend on.
    async fn contact_row(
        &self,
        staff: PersonId,
        contact: ContactId,
    ) -> Result<ContactRow, StoreError>;

    /// Notes a talk.
    async fn add_contact(
        &self,
        staff: PersonId,
        duo: DuoId,
        contact: ContactId,
        new: NewContact,
        at: Timestamp,
    ) -> Result<OfficeContact, StoreError>;

    /// Writes a talk of one's own again, when it is still this version.
    async fn change_contact(
        &self,
        staff: PersonId,
        contact: ContactId,
        version: u64,
        new: NewContact,
    ) -> Result<OfficeContact, StoreError>;

    /// Takes a talk of one's own away, when it is still this version.
    async fn remove_contact(
        &self,
        staff: PersonId,
        contact: ContactId,
        version: u64,
    ) -> Result<(), StoreError>;

    /// Whom to call in the running duos: of all, or of those that `staff` looks after in person.
    async fn contact_calendar(
        &self,
        staff: PersonId,
        only_mine: bool,
        now: Timestamp,
    ) -> Result<ContactCalendar, StoreError>;
}
