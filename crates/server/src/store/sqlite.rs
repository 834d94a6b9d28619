//! The SQLite database: one file, one writer, several readers.
//!
//! WAL with `synchronous = full`: an acknowledged change survives a power cut (design.md §5).
//! Never open the live file with another SQLite: versions before 3.51.3 can corrupt it.

mod account;
mod boards;
mod cache;
mod care;
mod caseload;
mod commits;
mod consents;
mod contacts;
mod demographics;
mod drafts;
mod duos;
mod ends;
mod error;
mod facts;
mod feeds;
mod figures;
mod files;
mod follow_ups;
mod health;
mod help;
mod history;
mod imports;
mod infos;
mod invitations;
mod library;
mod looks;
mod mail;
mod migrations;
mod my_office;
mod outcomes;
mod past;
mod people;
mod plans;
mod pool;
mod purge;
mod reminders;
mod retention;
mod sessions;
mod settings;
mod take_back;
mod team;
mod tidy;
mod uploads;
mod writer;

use super::{Store, StoreError};
use crate::{ids, live::Hub};
use async_trait::async_trait;
use cache::SpaceCache;
use facts::FactsMemory;
use futures_util::future::BoxFuture;
use sqlx::{
    Connection, SqliteConnection, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{path::Path, sync::Arc, time::Duration};
use writer::Writer;

/// Readers beside the one writer; reads are short and two cores are the target.
const READERS: u32 = 4;

/// A database file, open.
pub struct SqliteStore {
    epoch: u32,
    readers: SqlitePool,
    writer: Writer,
    cache: Arc<SpaceCache>,
    facts: FactsMemory,
    hub: Hub,
}

impl SqliteStore {
    /// Opens the file, creating and updating it as needed. `hub` hears of every change.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be opened, written or updated.
    pub async fn open(file: &Path, hub: Hub) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            // What is deleted is overwritten with zeros.
            .pragma("secure_delete", "on")
            .busy_timeout(Duration::from_secs(5))
            .statement_cache_capacity(200);
        let mut connection = SqliteConnection::connect_with(&options).await?;
        migrations::run(&mut connection).await?;
        let epoch = read_or_make_epoch(&mut connection).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(Duration::from_secs(10))
            .connect_with(options.read_only(true).create_if_missing(false))
            .await?;
        let writer = Writer::start(connection);
        let facts = FactsMemory::default();
        Ok(Self { epoch, readers, writer, cache: Arc::default(), facts, hub })
    }

    /// Runs `job` in the next write transaction and answers once it is on the disk. When the job
    /// fails, nothing of it stays.
    async fn write<T, E>(
        &self,
        job: impl for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<T, E>>
        + Send
        + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.write_then(job, |_| ()).await
    }

    /// Like [`Self::write`]; `then` is called after the commit, in the order of commits.
    async fn write_then<T, E>(
        &self,
        job: impl for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<T, E>>
        + Send
        + 'static,
        then: impl FnOnce(&mut T) + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let hub = self.hub.clone();
        let then = move |value: &mut T| {
            then(value);
            hub.note_write();
        };
        self.writer.run(job, then).await
    }

    /// Connections that only read.
    fn reader(&self) -> &SqlitePool {
        &self.readers
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("select 1 from meta").fetch_one(self.reader()).await?;
        Ok(())
    }

    async fn close(&self) {
        self.readers.close().await;
        self.writer.stop().await;
    }
}

/// The random number of this database incarnation; made once, changed by a restore.
async fn read_or_make_epoch(connection: &mut SqliteConnection) -> Result<u32, StoreError> {
    // Zero stands for none at all in the app.
    let fresh = u32::from_be_bytes(ids::random()).max(1);
    sqlx::query("insert into meta (name, value) values ('epoch', ?) on conflict do nothing")
        .bind(i64::from(fresh))
        .execute(&mut *connection)
        .await?;
    let epoch: i64 = sqlx::query_scalar("select value from meta where name = 'epoch'")
        .fetch_one(connection)
        .await?;
    u32::try_from(epoch).map_err(|error| StoreError::Trouble(Box::new(error)))
}

#[cfg(test)]
mod tests;
