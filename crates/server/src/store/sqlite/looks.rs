//! The record of looks in SQLite. Each row carries a hash over itself and the hash of the row
//! before it: a row that is changed or taken out breaks the chain from there on.

use super::{SqliteStore, boards};
use crate::{
    local,
    store::{StoreError, looks::LookStore, people::Hash},
};
use async_trait::async_trait;
use board::{id::PersonId, office::look::Looked, protocol::looks::Look, time::Timestamp};
use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;
use uuid::Uuid;

/// What stands before the first row.
const BEGINNING: Hash = [0; 32];
/// Rows read at once while the chain is checked.
const CHUNK: i64 = 5_000;

/// A row of the chain: number, at, staff, person, what, day, hash.
type Columns = (i64, i64, Uuid, Uuid, String, String, Vec<u8>);

#[async_trait]
impl LookStore for SqliteStore {
    async fn note_looks(
        &self,
        staff: PersonId,
        people: &[PersonId],
        what: Looked,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let day = local::day(at).to_string();
        let mut new = Vec::new();
        for person in people {
            let known: bool = sqlx::query_scalar(
                "select exists (select 1 from looks
                 where staff = ? and person = ? and what = ? and day = ?)",
            )
            .bind(staff.0)
            .bind(person.0)
            .bind(what.as_str())
            .bind(&day)
            .fetch_one(self.reader())
            .await?;
            if !known {
                new.push(*person);
            }
        }
        if new.is_empty() {
            return Ok(());
        }
        self.write(move |connection| {
            Box::pin(async move { note(connection, staff, &new, what, at).await })
        })
        .await
    }

    async fn looks_at(&self, person: PersonId) -> Result<Vec<Look>, StoreError> {
        let mut connection = self.reader().acquire().await?;
        of(&mut connection, person).await
    }

    async fn first_changed_look(&self) -> Result<Option<u64>, StoreError> {
        let (mut number, mut before) = (0, BEGINNING);
        loop {
            let rows: Vec<Columns> = sqlx::query_as(
                "select number, at, staff, person, what, day, hash from looks
                 where number > ? order by number limit ?",
            )
            .bind(number)
            .bind(CHUNK)
            .fetch_all(self.reader())
            .await?;
            if rows.is_empty() {
                return Ok(None);
            }
            for (found, at, staff, person, what, day, hash) in rows {
                number += 1;
                before = link(&before, number, at, [staff, person], &what, &day);
                if found != number || hash != before {
                    return Ok(Some(boards::count(number)?));
                }
            }
        }
    }
}

/// The looks at a person, newest first.
pub(super) async fn of(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Vec<Look>, StoreError> {
    let rows: Vec<(String, String, String)> = sqlx::query_as(
        "select looks.day, people.name, looks.what
         from looks join people on people.id = looks.staff
         where looks.person = ? order by looks.number desc",
    )
    .bind(person.0)
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .filter_map(|(day, by, what)| {
            let what = Looked::from_word(&what)?;
            Some(day.parse().map_err(super::tidy::trouble).map(|on| Look { on, by, what }))
        })
        .collect()
}

async fn note(
    connection: &mut SqliteConnection,
    staff: PersonId,
    people: &[PersonId],
    what: Looked,
    at: Timestamp,
) -> Result<(), StoreError> {
    let day = local::day(at).to_string();
    let last: Option<(i64, Vec<u8>)> =
        sqlx::query_as("select number, hash from looks order by number desc limit 1")
            .fetch_optional(&mut *connection)
            .await?;
    let (mut number, mut before) = match last {
        Some((number, hash)) => (number, super::files::as_hash(&hash)?),
        None => (0, BEGINNING),
    };
    for person in people {
        let hash = link(&before, number + 1, at.0, [staff.0, person.0], what.as_str(), &day);
        let noted = sqlx::query(
            "insert into looks (number, at, staff, person, what, day, hash)
             values (?, ?, ?, ?, ?, ?, ?) on conflict (staff, person, what, day) do nothing",
        )
        .bind(number + 1)
        .bind(at.0)
        .bind(staff.0)
        .bind(person.0)
        .bind(what.as_str())
        .bind(&day)
        .bind(hash.to_vec())
        .execute(&mut *connection)
        .await?;
        if noted.rows_affected() > 0 {
            (number, before) = (number + 1, hash);
        }
    }
    Ok(())
}

fn link(before: &Hash, number: i64, at: i64, who: [Uuid; 2], what: &str, day: &str) -> Hash {
    let mut digest = Sha256::new();
    digest.update(before);
    digest.update(number.to_be_bytes());
    digest.update(at.to_be_bytes());
    digest.update(who[0]);
    digest.update(who[1]);
    digest.update(what);
    digest.update([0]);
    digest.update(day);
    digest.finalize().into()
}
