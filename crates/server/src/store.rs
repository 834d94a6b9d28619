//! What the rest of the server asks of a database, without a word of SQL.
//!
//! SQLite implements it in `store/sqlite`; PostgreSQL will implement the same traits. Times are
//! milliseconds UTC, ids 16 bytes, JSON is text.

pub mod account;
pub mod boards;
pub mod care;
pub mod caseload;
pub mod consents;
pub mod contacts;
pub mod drafts;
pub mod figures;
pub mod files;
pub mod follow_ups;
pub mod health;
pub mod help;
pub mod imports;
pub mod library;
pub mod looks;
pub mod mail;
pub mod outcomes;
pub mod past;
pub mod people;
pub mod plans;
pub mod pool;
pub mod reminders;
pub mod retention;
pub mod settings;
pub mod sqlite;
pub mod team;
pub mod uploads;

use account::AccountStore;
use async_trait::async_trait;
use boards::BoardStore;
use care::CareStore;
use caseload::CaseloadStore;
use consents::ConsentStore;
use contacts::ContactStore;
use drafts::DraftStore;
use figures::FigureStore;
use files::FileStore;
use follow_ups::FollowUpStore;
use health::HealthStore;
use help::HelpStore;
use imports::ImportStore;
use library::LibraryStore;
use looks::LookStore;
use mail::MailStore;
use outcomes::OutcomeStore;
use past::PastStore;
use people::PeopleStore;
use plans::PlanStore;
use pool::PoolStore;
use reminders::ReminderStore;
use retention::RetentionStore;
use settings::SettingStore;
use team::TeamStore;
use uploads::UploadStore;

/// Why the database did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It is not there.
    #[error("not there")]
    NotFound,
    /// Something with the same unique name exists, or what this refers to is gone.
    #[error("conflicts with what is stored")]
    Conflict,
    /// Somebody changed it in the meantime.
    #[error("changed in the meantime")]
    Stale,
    /// There is no room left on the disk. Recovers by itself once there is.
    #[error("the disk is full")]
    DiskFull,
    /// Stopping, or too busy to answer in time.
    #[error("the database is stopping or busy")]
    Unavailable,
    /// Anything else: the server's own trouble.
    #[error("database trouble: {0}")]
    Trouble(Box<dyn std::error::Error + Send + Sync>),
}

/// Everything that is kept.
#[async_trait]
pub trait Store:
    AccountStore
    + BoardStore
    + CareStore
    + CaseloadStore
    + ConsentStore
    + ContactStore
    + DraftStore
    + FigureStore
    + FileStore
    + FollowUpStore
    + HealthStore
    + HelpStore
    + ImportStore
    + LibraryStore
    + LookStore
    + MailStore
    + OutcomeStore
    + PastStore
    + PeopleStore
    + PoolStore
    + TeamStore
    + PlanStore
    + ReminderStore
    + RetentionStore
    + SettingStore
    + UploadStore
{
    /// Whether the database answers.
    async fn ping(&self) -> Result<(), StoreError>;

    /// Finishes what is being written and closes the database.
    async fn close(&self);
}
