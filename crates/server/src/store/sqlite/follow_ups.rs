//! The question after three, six and twelve months, in SQLite. The list is in the file below.

mod list;

use super::{SqliteStore, boards, care, consents, outcomes::unknown, tidy::trouble};
use crate::{
    local,
    store::{
        StoreError,
        follow_ups::{Asked, FollowUpStore, Question},
        people::Hash,
    },
};
use async_trait::async_trait;
use board::{
    id::{DuoId, PersonId},
    office::{
        consent::Purpose,
        follow_up::{FOLLOW_UP_MONTHS, FollowUpAnswer, FollowUpSource, due_day},
    },
    protocol::follow_ups::{FollowUpInfo, FollowUpList},
    time::Timestamp,
};
use chrono::NaiveDate;
use sqlx::SqliteConnection;

/// A row: month, answer, day, channel, tries, expires, version.
type Columns = (i64, Option<String>, Option<String>, Option<String>, i64, Option<i64>, i64);

/// The join that a link goes through: it opens nothing once the mentee said no, or is gone.
const BY_LINK: &str = "from follow_ups join duos on duos.id = follow_ups.duo
     join boards on boards.id = duos.board join people on people.id = boards.mentee
     where follow_ups.token = ? and follow_ups.expires > ? and people.ended is null";

#[async_trait]
impl FollowUpStore for SqliteStore {
    async fn follow_ups(
        &self,
        staff: PersonId,
        duo: DuoId,
    ) -> Result<Vec<FollowUpInfo>, StoreError> {
        let mut connection = self.reader().acquire().await?;
        let duo = care::find(&mut connection, staff, duo).await?;
        let mut found = of_duo(&mut connection, duo.id, duo.start).await?;
        let refused = refuses(&mut connection, duo.mentee).await?;
        found.iter_mut().for_each(|info| info.refused = refused);
        Ok(found)
    }

    async fn follow_up_list(
        &self,
        staff: PersonId,
        now: Timestamp,
        most: usize,
    ) -> Result<FollowUpList, StoreError> {
        let mut connection = self.reader().acquire().await?;
        list::read(&mut connection, staff, local::day(now), most).await
    }

    async fn answer_follow_up(
        &self,
        staff: PersonId,
        question: Question,
        answer: Option<FollowUpAnswer>,
        version: u64,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                let duo = care::find(connection, staff, question.duo).await?;
                // What was noted before can still be taken back.
                if answer.is_some() && refuses(connection, duo.mentee).await? {
                    return Err(StoreError::Conflict);
                }
                ensure(connection, question).await?;
                let said = answer.map(|answer| (answer, FollowUpSource::Phone));
                note(connection, question, said, Some(version), Some(staff), at).await
            })
        })
        .await
    }

    async fn try_follow_up(
        &self,
        staff: PersonId,
        question: Question,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                let duo = care::find(connection, staff, question.duo).await?;
                if refuses(connection, duo.mentee).await? {
                    return Err(StoreError::Conflict);
                }
                ensure(connection, question).await?;
                sqlx::query(
                    "update follow_ups set tries = tries + 1, version = version + 1, author = ?,
                            at = ? where duo = ? and month = ?",
                )
                .bind(staff.0)
                .bind(at.0)
                .bind(question.duo.0)
                .bind(question.month)
                .execute(connection)
                .await?;
                Ok(())
            })
        })
        .await
    }

    async fn link_follow_up(
        &self,
        staff: PersonId,
        question: Question,
        token: Hash,
        until: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                let duo = care::find(connection, staff, question.duo).await?;
                let gone: bool =
                    sqlx::query_scalar("select ended is not null from people where id = ?")
                        .bind(duo.mentee.0)
                        .fetch_one(&mut *connection)
                        .await?;
                if gone || refuses(connection, duo.mentee).await? {
                    return Err(StoreError::Conflict);
                }
                ensure(connection, question).await?;
                sqlx::query(
                    "update follow_ups set token = ?, expires = ? where duo = ? and month = ?",
                )
                .bind(token.to_vec())
                .bind(until.0)
                .bind(question.duo.0)
                .bind(question.month)
                .execute(connection)
                .await?;
                Ok(())
            })
        })
        .await
    }

    async fn asked_by_link(&self, token: Hash, now: Timestamp) -> Result<Asked, StoreError> {
        let select = format!("select people.lang, follow_ups.answer {BY_LINK}");
        let (lang, answer): (String, Option<String>) = sqlx::query_as(sqlx::AssertSqlSafe(select))
            .bind(token.to_vec())
            .bind(now.0)
            .fetch_one(self.reader())
            .await?;
        let answer = answer.and_then(|word| FollowUpAnswer::from_word(&word));
        Ok(Asked { lang, answer })
    }

    async fn answer_by_link(
        &self,
        token: Hash,
        answer: FollowUpAnswer,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                let select = format!("select follow_ups.duo, follow_ups.month {BY_LINK}");
                let (duo, month): (uuid::Uuid, u8) = sqlx::query_as(sqlx::AssertSqlSafe(select))
                    .bind(token.to_vec())
                    .bind(now.0)
                    .fetch_one(&mut *connection)
                    .await?;
                let question = Question { duo: DuoId(duo), month };
                let said = Some((answer, FollowUpSource::Link));
                note(connection, question, said, None, None, now).await
            })
        })
        .await
    }
}

/// Whether a mentee said no to the question. Who was not asked yet did not.
async fn refuses(connection: &mut SqliteConnection, mentee: PersonId) -> Result<bool, StoreError> {
    let agreed = consents::state(connection, mentee, Purpose::FollowUp).await?;
    Ok(agreed == Some(false))
}

/// A row for a question of which nothing is noted yet.
async fn ensure(connection: &mut SqliteConnection, question: Question) -> Result<(), StoreError> {
    sqlx::query(
        "insert into follow_ups (duo, month, version) values (?, ?, 0)
         on conflict (duo, month) do nothing",
    )
    .bind(question.duo.0)
    .bind(question.month)
    .execute(connection)
    .await?;
    Ok(())
}

async fn note(
    connection: &mut SqliteConnection,
    question: Question,
    said: Option<(FollowUpAnswer, FollowUpSource)>,
    version: Option<u64>,
    author: Option<PersonId>,
    at: Timestamp,
) -> Result<(), StoreError> {
    let version = version.map(boards::number).transpose()?;
    let changed = sqlx::query(
        "update follow_ups set answer = ?, day = ?, channel = ?, author = ?, at = ?,
                version = version + 1
         where duo = ? and month = ? and (?8 is null or version = ?8)",
    )
    .bind(said.map(|(answer, _)| answer.as_str()))
    .bind(said.map(|_| local::day(at).to_string()))
    .bind(said.map(|(_, source)| source.as_str()))
    .bind(author.map(|author| author.0))
    .bind(at.0)
    .bind(question.duo.0)
    .bind(question.month)
    .bind(version)
    .execute(connection)
    .await?;
    if changed.rows_affected() == 0 { Err(StoreError::Stale) } else { Ok(()) }
}

/// The three questions of a duo, those of which nothing is noted too.
pub(super) async fn of_duo(
    connection: &mut SqliteConnection,
    duo: DuoId,
    start: NaiveDate,
) -> Result<Vec<FollowUpInfo>, StoreError> {
    let rows: Vec<Columns> = sqlx::query_as(
        "select month, answer, day, channel, tries, expires, version
         from follow_ups where duo = ?",
    )
    .bind(duo.0)
    .fetch_all(connection)
    .await?;
    let mut found = Vec::new();
    for month in FOLLOW_UP_MONTHS {
        let row = rows.iter().find(|row| row.0 == i64::from(month)).cloned();
        found.push(info(month, due_day(start, month), row)?);
    }
    Ok(found)
}

fn info(month: u8, due: NaiveDate, row: Option<Columns>) -> Result<FollowUpInfo, StoreError> {
    let (_, answer, day, channel, tries, expires, version) =
        row.unwrap_or((0, None, None, None, 0, None, 0));
    let answer = answer.map(|word| FollowUpAnswer::from_word(&word).ok_or_else(unknown));
    let source = channel.map(|word| FollowUpSource::from_word(&word).ok_or_else(unknown));
    Ok(FollowUpInfo {
        month,
        due,
        version: boards::count(version)?,
        answer: answer.transpose()?,
        on: day.map(|day| day.parse()).transpose().map_err(trouble)?,
        source: source.transpose()?,
        tries: u16::try_from(tries).unwrap_or(u16::MAX),
        link_until: expires.map(Timestamp),
        refused: false,
    })
}
