//! Half-typed words in SQLite.

use super::SqliteStore;
use crate::store::{StoreError, drafts::DraftStore};
use async_trait::async_trait;
use board::{
    id::PersonId,
    protocol::drafts::{DRAFT_HOURS, DRAFTS_MAX, Draft},
    time::Timestamp,
};
use sqlx::SqliteConnection;

/// How long a draft is kept after its last letter.
const LIFE: i64 = DRAFT_HOURS * 60 * 60 * 1000;

#[async_trait]
impl DraftStore for SqliteStore {
    async fn drafts_of(&self, person: PersonId, now: Timestamp) -> Result<Vec<Draft>, StoreError> {
        read(&mut *self.reader().acquire().await?, person, now).await
    }

    async fn keep_drafts(
        &self,
        person: PersonId,
        drafts: Vec<Draft>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(keep(connection, person, drafts, now))).await
    }

    async fn forget_drafts(&self, now: Timestamp) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("delete from drafts where until <= ?")
                    .bind(now.0)
                    .execute(connection)
                    .await?;
                Ok(())
            })
        })
        .await
    }
}

/// What a person has begun to write.
pub(super) async fn read(
    connection: &mut SqliteConnection,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<Draft>, StoreError> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "select name, words from drafts where person = ? and until > ? order by name",
    )
    .bind(person.0)
    .bind(now.0)
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|(name, words)| Draft { name, words }).collect())
}

async fn keep(
    connection: &mut SqliteConnection,
    person: PersonId,
    drafts: Vec<Draft>,
    now: Timestamp,
) -> Result<(), StoreError> {
    for draft in drafts {
        if draft.words.is_empty() {
            sqlx::query("delete from drafts where person = ? and name = ?")
                .bind(person.0)
                .bind(draft.name)
                .execute(&mut *connection)
                .await?;
            continue;
        }
        sqlx::query(
            "insert into drafts (person, name, words, until) values (?, ?, ?, ?)
             on conflict (person, name) do update set words = excluded.words,
                 until = excluded.until",
        )
        .bind(person.0)
        .bind(draft.name)
        .bind(draft.words)
        .bind(now.0 + LIFE)
        .execute(&mut *connection)
        .await?;
    }
    let count: i64 =
        sqlx::query_scalar("select count(*) from drafts where person = ? and until > ?")
            .bind(person.0)
            .bind(now.0)
            .fetch_one(connection)
            .await?;
    let is_too_many = usize::try_from(count).is_ok_and(|count| count > DRAFTS_MAX);
    if is_too_many { Err(StoreError::Conflict) } else { Ok(()) }
}
