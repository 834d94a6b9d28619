//! What the rest of the server asks of a database, without a word of SQL.
//!
//! SQLite implements it in `store/sqlite`; PostgreSQL will implement the same traits. Times are
//! milliseconds UTC, ids 16 bytes, JSON is text.

pub mod account;
pub mod boards;
pub mod files;
pub mod health;
pub mod help;
pub mod library;
pub mod mail;
pub mod people;
pub mod sqlite;

use account::AccountStore;
use async_trait::async_trait;
use boards::BoardStore;
use files::FileStore;
use health::HealthStore;
use help::HelpStore;
use library::LibraryStore;
use mail::MailStore;
use people::PeopleStore;

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
    + FileStore
    + HealthStore
    + HelpStore
    + LibraryStore
    + MailStore
    + PeopleStore
{
    /// Whether the database answers.
    async fn ping(&self) -> Result<(), StoreError>;

    /// Finishes what is being written and closes the database.
    async fn close(&self);
}
