//! How long people stay known after their last duo, in SQLite.

use super::{SqliteStore, ends, settings};
use crate::{
    local,
    store::{StoreError, account::Ended, retention::RetentionStore},
};
use async_trait::async_trait;
use board::{
    id::PersonId,
    office::retention::{NOTICE_DAYS, Past, demographics_until},
    time::Timestamp,
};
use sqlx::SqliteConnection;
use std::sync::Arc;
use uuid::Uuid;

/// Somebody whose duos are all over: id, last end, last here, kept, told since.
type Columns = (Uuid, i64, Option<i64>, Option<i64>, Option<i64>);

/// Everyone (`null`) or the one person, when all their duos are over.
const OVER: &str = "select people.id, max(sides.ended), people.seen, people.kept, people.noticed
     from people join (
         select boards.mentee person, duos.ended from duos join boards on boards.id = duos.board
         union all select duos.mentor, duos.ended from duos) sides on sides.person = people.id
     where people.ended is null and (?1 is null or people.id = ?1)
     group by people.id having max(sides.ended is null) = 0";

#[async_trait]
impl RetentionStore for SqliteStore {
    async fn past_of(&self, person: PersonId) -> Result<Option<Past>, StoreError> {
        let row: Option<Columns> =
            sqlx::query_as(OVER).bind(person.0).fetch_optional(self.reader()).await?;
        Ok(row.map(past))
    }

    async fn keep_known(&self, person: PersonId, at: Timestamp) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("update people set kept = ?, noticed = null where id = ?")
                    .bind(at.0)
                    .bind(person.0)
                    .execute(connection)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    async fn end_retention(&self, now: Timestamp) -> Result<Ended, StoreError> {
        // Looking through everybody must not keep writers waiting.
        let Looked { told, due } = look(&mut *self.reader().acquire().await?, now).await?;
        if !told.is_empty() {
            self.write(move |connection| Box::pin(tell(connection, told))).await?;
        }
        let mut ended = Ended::default();
        for person in &due {
            let (person, cache) = (*person, Arc::clone(&self.cache));
            let one = self
                .write_then(
                    move |connection| Box::pin(ends::end_account(connection, person, now)),
                    move |_| cache.clear(),
                )
                .await?;
            ended.sessions.extend(one.sessions);
            ended.readers.extend(one.readers);
            ended.files.extend(one.files);
        }
        let old = old_answers(&mut *self.reader().acquire().await?, now).await?;
        if old.is_empty() && due.is_empty() {
            return Ok(ended);
        }
        self.write(move |connection| Box::pin(end_answers(connection, old))).await?;
        self.writer.rewrite().await?;
        Ok(ended)
    }
}

/// What there is to do: who is told from some moment on, or no longer; whose time is over.
struct Looked {
    told: Vec<(Uuid, Option<i64>)>,
    due: Vec<PersonId>,
}

fn past((_, ended, seen, kept, _): Columns) -> Past {
    let day = |at: i64| local::day(Timestamp(at));
    Past { ended: day(ended), seen: seen.map(day), kept: kept.map(day) }
}

async fn look(connection: &mut SqliteConnection, now: Timestamp) -> Result<Looked, StoreError> {
    let months = settings::read(connection).await?.0.retention_months;
    let today = local::day(now);
    let rows: Vec<Columns> =
        sqlx::query_as(OVER).bind(None::<Uuid>).fetch_all(&mut *connection).await?;
    let mut looked = Looked { told: Vec::new(), due: Vec::new() };
    for row in rows {
        let (id, noticed, past) = (row.0, row.4, past(row));
        let is_told = today >= past.notice_from(months);
        if is_told != noticed.is_some() {
            looked.told.push((id, is_told.then_some(now.0)));
        }
        // A setting that is shortened takes nobody by surprise.
        let is_long = noticed.is_some_and(|since| Timestamp(since).plus_days(NOTICE_DAYS) <= now);
        if is_told && is_long && today > past.last_day(months) {
            looked.due.push(PersonId(id));
        }
    }
    Ok(looked)
}

async fn tell(
    connection: &mut SqliteConnection,
    told: Vec<(Uuid, Option<i64>)>,
) -> Result<(), StoreError> {
    for (person, since) in told {
        sqlx::query("update people set noticed = ? where id = ?")
            .bind(since)
            .bind(person)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// The mentees with answers for reports whose last duo is over for two years.
async fn old_answers(
    connection: &mut SqliteConnection,
    now: Timestamp,
) -> Result<Vec<Uuid>, StoreError> {
    let rows: Vec<(Uuid, i64)> = sqlx::query_as(
        "select demographics.person, max(duos.ended) from demographics
         join boards on boards.mentee = demographics.person
         join duos on duos.board = boards.id
         group by demographics.person having max(duos.ended is null) = 0",
    )
    .fetch_all(connection)
    .await?;
    let today = local::day(now);
    let is_over = |ended: i64| today > demographics_until(local::day(Timestamp(ended)));
    Ok(rows.into_iter().filter(|(_, ended)| is_over(*ended)).map(|(person, _)| person).collect())
}

async fn end_answers(
    connection: &mut SqliteConnection,
    people: Vec<Uuid>,
) -> Result<(), StoreError> {
    for person in people {
        sqlx::query("delete from demographics where person = ?")
            .bind(person)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}
