//! Files in SQLite: whose they are. The bytes are elsewhere.

use super::{SqliteStore, boards};
use crate::{
    cabinet::hex,
    clock,
    store::{
        StoreError,
        files::{FileRow, FileStore, Quota},
        people::Hash,
    },
};
use async_trait::async_trait;
use board::{
    cv::FileKind,
    id::{BoardId, PersonId},
    time::Timestamp,
};
use sqlx::{Connection, SqliteConnection, SqlitePool};
use std::collections::HashSet;
use uuid::Uuid;

/// How long a file waits for the change that refers to it: a phone may be offline for days.
const UNUSED: i64 = 7 * Timestamp::DAY;

/// A file to which nothing referred when it was looked at.
#[derive(Clone, Copy)]
pub(super) struct Unused {
    board: BoardId,
    hash: Hash,
}

/// A row of `files`: board, hash, person, kind, bytes, name, at.
pub(super) type Columns = (Uuid, Vec<u8>, Uuid, String, i64, String, i64);

/// A file as the rest of the server knows it.
pub(super) fn file(row: Columns) -> Result<FileRow, StoreError> {
    let (board, hash, person, kind, bytes, name, at) = row;
    Ok(FileRow {
        board: BoardId(board),
        hash: as_hash(&hash)?,
        person: PersonId(person),
        kind: FileKind::from_word(&kind),
        bytes: u32::try_from(bytes).map_err(|error| StoreError::Trouble(Box::new(error)))?,
        name,
        at: Timestamp(at),
    })
}

/// Thirty-two bytes, as they were stored.
pub(super) fn as_hash(bytes: &[u8]) -> Result<Hash, StoreError> {
    bytes.try_into().map_err(|error| StoreError::Trouble(Box::new(error)))
}

#[async_trait]
impl FileStore for SqliteStore {
    async fn add_file(&self, file: FileRow, quota: Quota) -> Result<bool, StoreError> {
        self.write(move |connection| Box::pin(add(connection, file, quota))).await
    }

    async fn file(
        &self,
        board: BoardId,
        person: PersonId,
        hash: Hash,
    ) -> Result<FileRow, StoreError> {
        let mut connection = self.reader().acquire().await?;
        let mut reading = connection.begin().await?;
        boards::read_seat(&mut reading, board, person, clock::now()).await?;
        let row: Columns = sqlx::query_as(
            "select board, sha256, person, kind, bytes, name, at from files
             where board = ? and sha256 = ?",
        )
        .bind(board.0)
        .bind(hash.to_vec())
        .fetch_one(&mut *reading)
        .await?;
        let found = file(row)?;
        let readers: Vec<Option<Uuid>> = sqlx::query_scalar(
            "select spaces.person from spaces join items on items.space = spaces.id
             where spaces.board = ?
             and json_extract(items.json, '$.body.cv_version.file.sha256') = ?",
        )
        .bind(board.0)
        .bind(hex(&hash))
        .fetch_all(&mut *reading)
        .await?;
        let may_read = readers.iter().any(|reader| reader.is_none_or(|reader| reader == person.0));
        let is_fresh = readers.is_empty() && found.person == person;
        if may_read || is_fresh { Ok(found) } else { Err(StoreError::NotFound) }
    }

    async fn is_file_kept(&self, hash: Hash) -> Result<bool, StoreError> {
        let kept = sqlx::query_scalar("select exists (select 1 from files where sha256 = ?)")
            .bind(hash.to_vec())
            .fetch_one(self.reader())
            .await?;
        Ok(kept)
    }
}

async fn add(
    connection: &mut SqliteConnection,
    file: FileRow,
    quota: Quota,
) -> Result<bool, StoreError> {
    let (files, bytes): (i64, i64) = sqlx::query_as(
        "select count(*), coalesce(sum(bytes), 0) from files
         where person = ?1 and not (board = ?2 and sha256 = ?3)",
    )
    .bind(file.person.0)
    .bind(file.board.0)
    .bind(file.hash.to_vec())
    .fetch_one(&mut *connection)
    .await?;
    let (files, bytes) = (boards::count(files)?, boards::count(bytes)?);
    if files >= u64::from(quota.files) || bytes + u64::from(file.bytes) > quota.bytes {
        return Ok(false);
    }
    sqlx::query(
        "insert into files (board, sha256, person, kind, bytes, name, at)
         values (?, ?, ?, ?, ?, ?, ?)
         on conflict (board, sha256) do update set name = excluded.name, at = excluded.at",
    )
    .bind(file.board.0)
    .bind(file.hash.to_vec())
    .bind(file.person.0)
    .bind(file.kind.as_str().to_owned())
    .bind(i64::from(file.bytes))
    .bind(file.name)
    .bind(file.at.0)
    .execute(connection)
    .await?;
    Ok(true)
}

/// The files that have waited long enough for something to refer to them. Only reads: looking
/// through everything must not keep writers waiting.
pub(super) async fn find_unused(
    pool: &SqlitePool,
    now: Timestamp,
) -> Result<Vec<Unused>, StoreError> {
    let used: Vec<(Uuid, String)> = sqlx::query_as(
        "select spaces.board, json_extract(items.json, '$.body.cv_version.file.sha256')
         from spaces join items on items.space = spaces.id
         where json_extract(items.json, '$.body.cv_version.file.sha256') is not null",
    )
    .fetch_all(pool)
    .await?;
    let used: HashSet<(Uuid, String)> = used.into_iter().collect();
    let old: Vec<(Uuid, Vec<u8>)> = sqlx::query_as("select board, sha256 from files where at < ?")
        .bind(now.0 - UNUSED)
        .fetch_all(pool)
        .await?;
    let mut unused = Vec::new();
    for (board, bytes) in old {
        let hash = as_hash(&bytes)?;
        if !used.contains(&(board, hex(&hash))) {
            unused.push(Unused { board: BoardId(board), hash });
        }
    }
    Ok(unused)
}

/// Takes out those of these files to which still nothing refers. Returns their hashes.
pub(super) async fn forget_unused(
    connection: &mut SqliteConnection,
    unused: Vec<Unused>,
) -> Result<Vec<Hash>, StoreError> {
    let mut forgotten = Vec::new();
    for Unused { board, hash } in unused {
        let deleted = sqlx::query(
            "delete from files where board = ?1 and sha256 = ?2 and not exists (
                 select 1 from spaces join items on items.space = spaces.id
                 where spaces.board = ?1
                 and json_extract(items.json, '$.body.cv_version.file.sha256') = ?3)",
        )
        .bind(board.0)
        .bind(hash.to_vec())
        .bind(hex(&hash))
        .execute(&mut *connection)
        .await?;
        if deleted.rows_affected() > 0 {
            forgotten.push(hash);
        }
    }
    Ok(forgotten)
}
