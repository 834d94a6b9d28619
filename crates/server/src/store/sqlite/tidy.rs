//! What time takes away, in SQLite.

use super::boards;
use crate::store::{StoreError, account::Reader};
use board::{
    id::{BoardId, PersonId},
    item::Item,
    meeting::MeetingState,
    protocol::account::VolunteerHour,
    time::Timestamp,
};
use chrono::NaiveDate;
use sqlx::SqliteConnection;
use uuid::Uuid;

/// How long a mentor's own notes stay after a duo (T06): three months.
const NOTES: i64 = 92 * Timestamp::DAY;
pub(super) async fn end_shares(
    connection: &mut SqliteConnection,
    now: Timestamp,
) -> Result<Vec<Reader>, StoreError> {
    let over: Vec<(Uuid, Uuid)> = sqlx::query_as(
        "update duos set shared_until = null where shared_until <= ? returning board, mentor",
    )
    .bind(now.0)
    .fetch_all(connection)
    .await?;
    let reader = |(board, mentor)| Reader { board: BoardId(board), person: PersonId(mentor) };
    Ok(over.into_iter().map(reader).collect())
}

/// Empties the private spaces of mentors whose duo is over for good. The space itself stays, with
/// its number: a device that knew it gets a snapshot.
pub(super) async fn empty_old_spaces(
    connection: &mut SqliteConnection,
    now: Timestamp,
) -> Result<(), StoreError> {
    let spaces: Vec<Uuid> = sqlx::query_scalar(
        "select spaces.id from spaces
         where spaces.rev > spaces.floor and spaces.person is not null
         and exists (select 1 from duos
                     where duos.board = spaces.board and duos.mentor = spaces.person)
         and not exists (select 1 from duos
                         where duos.board = spaces.board and duos.mentor = spaces.person
                         and (duos.ended is null or duos.ended > ? or duos.shared_until > ?))",
    )
    .bind(now.0 - NOTES)
    .bind(now.0)
    .fetch_all(&mut *connection)
    .await?;
    for space in spaces {
        for statement in [
            "delete from items where space = ?",
            "delete from events where space = ?",
            "update spaces set rev = rev + 1, floor = rev + 1 where id = ?",
        ] {
            sqlx::query(statement).bind(space).execute(&mut *connection).await?;
        }
    }
    Ok(())
}

/// A duo, for counting.
pub(super) struct Counted {
    id: Uuid,
    board: BoardId,
    start: NaiveDate,
    ended: Option<NaiveDate>,
    /// What was counted when the words went.
    minutes: Option<i64>,
}

pub(super) async fn duos_of_mentor(
    connection: &mut SqliteConnection,
    mentor: PersonId,
) -> Result<Vec<Counted>, StoreError> {
    select(connection, "mentor", mentor.0).await
}

pub(super) async fn duos_of_board(
    connection: &mut SqliteConnection,
    board: BoardId,
) -> Result<Vec<Counted>, StoreError> {
    select(connection, "board", board.0).await
}

async fn select(
    connection: &mut SqliteConnection,
    by: &'static str,
    id: Uuid,
) -> Result<Vec<Counted>, StoreError> {
    type Columns = (Uuid, Uuid, String, Option<i64>, Option<i64>);
    let query = match by {
        "mentor" => "select id, board, start, ended, minutes from duos where mentor = ?",
        _ => "select id, board, start, ended, minutes from duos where board = ?",
    };
    let rows: Vec<Columns> = sqlx::query_as(query).bind(id).fetch_all(connection).await?;
    rows.into_iter()
        .map(|(id, board, start, ended, minutes)| {
            Ok(Counted {
                id,
                board: BoardId(board),
                start: start.parse().map_err(trouble)?,
                ended: ended.map(|at| crate::local::day(Timestamp(at))),
                minutes,
            })
        })
        .collect()
}

impl Counted {
    /// The sum that is left of a board that is gone.
    pub(super) fn counted(&self) -> Option<VolunteerHour> {
        let minutes = self.minutes.filter(|minutes| *minutes > 0)?;
        let minutes = u16::try_from(minutes).unwrap_or(u16::MAX);
        Some(VolunteerHour { on: self.ended.unwrap_or(self.start), minutes })
    }

    /// The meetings of this duo that took place. Once the mentee has another mentor they lie in
    /// the mentee's own space, where no other meeting can be.
    pub(super) async fn hours(
        &self,
        connection: &mut SqliteConnection,
    ) -> Result<Vec<VolunteerHour>, StoreError> {
        let texts: Vec<String> = sqlx::query_scalar(
            "select items.json from spaces join items on items.space = spaces.id
             join boards on boards.id = spaces.board
             where spaces.board = ? and (spaces.person is null or spaces.person = boards.mentee)
             and json_extract(items.json, '$.body.meeting.state') = 'held'",
        )
        .bind(self.board.0)
        .fetch_all(connection)
        .await?;
        let mut hours = Vec::new();
        for text in texts {
            let item: Item = serde_json::from_str(&text)?;
            let meeting = item.as_meeting().filter(|_| item.removed.is_none());
            let Some(meeting) = meeting.filter(|it| it.state == MeetingState::Held) else {
                continue;
            };
            if meeting.on >= self.start && self.ended.is_none_or(|ended| meeting.on <= ended) {
                let minutes = meeting.minutes.unwrap_or(0);
                hours.push(VolunteerHour { on: meeting.on, minutes });
            }
        }
        Ok(hours)
    }

    /// Notes how many meetings there were, before the words go.
    pub(super) async fn keep_counts(
        &self,
        connection: &mut SqliteConnection,
    ) -> Result<(), StoreError> {
        let hours = self.hours(connection).await?;
        let minutes: i64 = hours.iter().map(|hour| i64::from(hour.minutes)).sum();
        let meetings = boards::number(hours.len() as u64)?;
        sqlx::query("update duos set meetings = ?, minutes = ? where id = ?")
            .bind(meetings)
            .bind(minutes)
            .bind(self.id)
            .execute(connection)
            .await?;
        Ok(())
    }
}

pub(super) fn trouble(error: impl std::error::Error + Send + Sync + 'static) -> StoreError {
    StoreError::Trouble(Box::new(error))
}
