//! What is kept to remind people: what they chose, where their browsers listen, what was told.
//! No word of a board.

use super::StoreError;
use async_trait::async_trait;
use board::{
    id::{PersonId, SessionId},
    protocol::reminders::{QuietHours, ReminderChoice, SetReminders},
    reminders::due::Told,
    time::Timestamp,
};
use chrono::NaiveDate;

/// What somebody chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wishes {
    /// How they are reminded of what; what is not in it is off.
    pub choices: Vec<ReminderChoice>,
    /// When nothing comes.
    pub quiet: Option<QuietHours>,
    /// Where e-mails go.
    pub address: Option<String>,
}

/// Somebody who wants reminders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminded {
    /// Who.
    pub person: PersonId,
    /// Language tag.
    pub lang: String,
    /// What they chose, as far as it can reach them.
    pub wishes: Wishes,
}

/// Where a browser gets what is sent to it.
#[derive(Clone, PartialEq, Eq)]
pub struct PushAddress {
    /// An address at the browser's push service. Whoever knows it can send there, and it says
    /// which browser it is: it is never logged.
    pub endpoint: String,
    /// The browser's public key, 65 bytes.
    pub p256dh: Vec<u8>,
    /// Its secret, 16 bytes.
    pub auth: Vec<u8>,
}

/// Choices, devices, what was told.
#[async_trait]
pub trait ReminderStore: Send + Sync {
    /// What a person chose; `None` while they never did.
    async fn wishes(&self, person: PersonId) -> Result<Option<Wishes>, StoreError>;

    /// Changes it. An e-mail that is wanted without an address is [`StoreError::Conflict`].
    async fn set_wishes(
        &self,
        person: PersonId,
        set: SetReminders,
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Sends reminders to this device from now on.
    async fn set_push_device(
        &self,
        session: SessionId,
        person: PersonId,
        address: PushAddress,
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Ends them on the device of a session.
    async fn end_push_device(&self, session: SessionId) -> Result<(), StoreError>;

    /// Forgets an address whose push service says that it is over.
    async fn forget_push_address(&self, endpoint: String) -> Result<(), StoreError>;

    /// The devices of a person, each with its session.
    async fn push_devices(
        &self,
        person: PersonId,
        now: Timestamp,
    ) -> Result<Vec<(SessionId, PushAddress)>, StoreError>;

    /// The address of this device for a trial; [`StoreError::NotFound`] when there is none,
    /// [`StoreError::Conflict`] when the last trial was a moment ago.
    async fn claim_trial(
        &self,
        session: SessionId,
        now: Timestamp,
    ) -> Result<PushAddress, StoreError>;

    /// Everybody who wants a reminder that can reach them, with the choices that can.
    async fn reminded(&self) -> Result<Vec<Reminded>, StoreError>;

    /// What a person was told, seen from a day.
    async fn told(&self, person: PersonId, today: NaiveDate) -> Result<Told, StoreError>;

    /// Notes that this is being told. Returns what was not noted before.
    async fn claim_reminders(
        &self,
        person: PersonId,
        keys: Vec<String>,
        day: NaiveDate,
        at: Timestamp,
    ) -> Result<Vec<String>, StoreError>;

    /// Notes that it was not told after all.
    async fn return_reminders(&self, person: PersonId, keys: Vec<String>)
    -> Result<(), StoreError>;

    /// Forgets what was told before a moment.
    async fn forget_told(&self, before: Timestamp) -> Result<(), StoreError>;
}
