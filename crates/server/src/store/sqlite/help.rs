//! Requests for a call in SQLite.

use super::{SqliteStore, boards};
use crate::{
    clock,
    store::{StoreError, help::HelpStore},
};
use async_trait::async_trait;
use board::{
    actor::Role,
    id::{BoardId, DuoId, PersonId},
    protocol::help::{HelpCall, HelpRequest, HelpTopic},
    time::Timestamp,
};
use sqlx::{SqliteConnection, SqlitePool};
use uuid::Uuid;

/// A row of `help_requests`: id, topic, at, answered.
type Columns = (Uuid, String, i64, Option<i64>);

fn request((id, topic, at, answered): Columns) -> HelpRequest {
    HelpRequest {
        id,
        topic: HelpTopic::from_word(&topic),
        at: Timestamp(at),
        answered: answered.map(Timestamp),
    }
}

/// Every request of a person, newest first.
pub(super) async fn of_person(
    pool: &SqlitePool,
    person: PersonId,
    board: Option<BoardId>,
) -> Result<Vec<HelpRequest>, StoreError> {
    let rows: Vec<Columns> = sqlx::query_as(
        "select id, topic, at, answered from help_requests
         where person = ?1 and (?2 is null or board = ?2) order by at desc, id desc",
    )
    .bind(person.0)
    .bind(board.map(|board| board.0))
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(request).collect())
}

#[async_trait]
impl HelpStore for SqliteStore {
    async fn ask_help(
        &self,
        board: BoardId,
        person: PersonId,
        request: HelpRequest,
        most: u32,
    ) -> Result<bool, StoreError> {
        self.write(move |connection| Box::pin(ask(connection, board, person, request, most))).await
    }

    async fn help_of(
        &self,
        board: BoardId,
        person: PersonId,
    ) -> Result<Vec<HelpRequest>, StoreError> {
        let mut connection = self.reader().acquire().await?;
        boards::read_seat(&mut connection, board, person, clock::now()).await?;
        of_person(self.reader(), person, Some(board)).await
    }

    async fn open_help(&self, staff: PersonId) -> Result<Vec<HelpCall>, StoreError> {
        let rows: Vec<(Uuid, String, i64, Uuid, String, String)> = sqlx::query_as(
            "select h.id, h.topic, h.at, duos.id, people.name, people.role
             from help_requests h join people on people.id = h.person
             join duos on duos.id = (
                 select newest.id from duos newest where newest.board = h.board
                 order by newest.ended is null desc, newest.start desc, newest.id desc limit 1)
             join staff_branches mine on mine.branch = duos.branch and mine.person = ?
             where h.answered is null
             order by h.at, h.id",
        )
        .bind(staff.0)
        .fetch_all(self.reader())
        .await?;
        let call = |(id, topic, at, duo, name, role): (_, _, _, Uuid, String, String)| HelpCall {
            request: request((id, topic, at, None)),
            duo: DuoId(duo),
            name,
            role: Role::from_word(&role),
        };
        Ok(rows.into_iter().map(call).collect())
    }

    async fn answer_help(
        &self,
        staff: PersonId,
        request: Uuid,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                let answered = sqlx::query(
                    "update help_requests set answered = coalesce(answered, ?)
                     where id = ? and exists (
                         select 1 from duos join staff_branches mine on mine.branch = duos.branch
                         where mine.person = ? and duos.id = (
                             select newest.id from duos newest
                             where newest.board = help_requests.board
                             order by newest.ended is null desc, newest.start desc, newest.id desc
                             limit 1))",
                )
                .bind(at.0)
                .bind(request)
                .bind(staff.0)
                .execute(connection)
                .await?;
                if answered.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
            })
        })
        .await
    }
}

async fn ask(
    connection: &mut SqliteConnection,
    board: BoardId,
    person: PersonId,
    request: HelpRequest,
    most: u32,
) -> Result<bool, StoreError> {
    boards::read_seat(connection, board, person, request.at).await?;
    let open: i64 = sqlx::query_scalar(
        "select count(*) from help_requests where person = ? and answered is null",
    )
    .bind(person.0)
    .fetch_one(&mut *connection)
    .await?;
    if open >= i64::from(most) {
        return Ok(false);
    }
    sqlx::query("insert into help_requests (id, board, person, topic, at) values (?, ?, ?, ?, ?)")
        .bind(request.id)
        .bind(board.0)
        .bind(person.0)
        .bind(request.topic.as_str().to_owned())
        .bind(request.at.0)
        .execute(connection)
        .await?;
    Ok(true)
}
