//! Files on their way, in SQLite.

use super::{SqliteStore, files::as_hash};
use crate::store::{
    StoreError,
    people::Hash,
    uploads::{UploadRow, UploadStore},
};
use async_trait::async_trait;
use board::{
    id::{BoardId, PersonId},
    time::Timestamp,
};
use sqlx::SqliteConnection;
use uuid::Uuid;

/// A row of `uploads`: length, name, sha256, at, expires, file.
type Columns = (i64, String, Option<Vec<u8>>, i64, i64, Option<Vec<u8>>);

#[async_trait]
impl UploadStore for SqliteStore {
    async fn begin_upload(&self, row: UploadRow, most: u32) -> Result<Vec<Uuid>, StoreError> {
        self.write(move |connection| Box::pin(begin(connection, row, most))).await
    }

    async fn upload(
        &self,
        board: BoardId,
        person: PersonId,
        id: Uuid,
    ) -> Result<UploadRow, StoreError> {
        let row: Columns = sqlx::query_as(
            "select length, name, sha256, at, expires, file from uploads
             where id = ? and board = ? and person = ?",
        )
        .bind(id)
        .bind(board.0)
        .bind(person.0)
        .fetch_one(self.reader())
        .await?;
        let (length, name, announced, at, expires, file) = row;
        let hash = |bytes: Option<Vec<u8>>| bytes.map(|bytes| as_hash(&bytes)).transpose();
        Ok(UploadRow {
            id,
            board,
            person,
            length: u32::try_from(length).map_err(|error| StoreError::Trouble(Box::new(error)))?,
            name,
            announced: hash(announced)?,
            at: Timestamp(at),
            expires: Timestamp(expires),
            file: hash(file)?,
        })
    }

    async fn finish_upload(&self, id: Uuid, file: Hash) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("update uploads set file = ? where id = ?")
                    .bind(file.to_vec())
                    .bind(id)
                    .execute(connection)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    async fn forget_upload(&self, id: Uuid) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("delete from uploads where id = ?")
                    .bind(id)
                    .execute(connection)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    async fn forget_uploads(&self, before: Timestamp) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("delete from uploads where expires < ?")
                    .bind(before.0)
                    .execute(connection)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    async fn open_uploads(&self, now: Timestamp) -> Result<Vec<Uuid>, StoreError> {
        let open = sqlx::query_scalar("select id from uploads where expires >= ? and file is null")
            .bind(now.0)
            .fetch_all(self.reader())
            .await?;
        Ok(open)
    }
}

async fn begin(
    connection: &mut SqliteConnection,
    row: UploadRow,
    most: u32,
) -> Result<Vec<Uuid>, StoreError> {
    sqlx::query(
        "insert into uploads (id, board, person, length, name, sha256, at, expires)
         values (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(row.id)
    .bind(row.board.0)
    .bind(row.person.0)
    .bind(i64::from(row.length))
    .bind(row.name)
    .bind(row.announced.map(|hash| hash.to_vec()))
    .bind(row.at.0)
    .bind(row.expires.0)
    .execute(&mut *connection)
    .await?;
    let dropped = sqlx::query_scalar(
        "delete from uploads where id in (
             select id from uploads where person = ? and file is null
             order by at desc, id desc limit -1 offset ?)
         returning id",
    )
    .bind(row.person.0)
    .bind(i64::from(most))
    .fetch_all(connection)
    .await?;
    Ok(dropped)
}
