//! Boards in SQLite: who may open them, and their spaces.

use super::{
    SqliteStore,
    cache::SpaceCache,
    commits::{self, Request},
    feeds::{self, Reader},
    history::{self, Question},
    infos,
};
use crate::{
    clock, ids,
    store::{
        StoreError,
        boards::{BoardStore, SubmitError},
    },
};
use async_trait::async_trait;
use board::{
    actor::Seat,
    id::{BoardId, DeviceId, ItemId, PersonId},
    item::Item,
    op::Op,
    protocol::{
        boards::{BoardInfo, Cursor, Feed, NumberedOp, Submit, Submitted},
        history::History,
    },
    reject::Reject,
    space::Space,
    time::Timestamp,
    world::World,
};
use sqlx::{Connection, SqliteConnection};
use std::sync::Arc;
use uuid::Uuid;

/// A row of `spaces`. A private space that nothing was written to yet has no row and the nil id.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SpaceRow {
    pub(super) id: Uuid,
    pub(super) rev: u64,
    /// Below this revision the log cannot be followed: words were taken out of it.
    pub(super) floor: u64,
}

#[async_trait]
impl BoardStore for SqliteStore {
    async fn boards_of(&self, person: PersonId) -> Result<Vec<BoardInfo>, StoreError> {
        let mut connection = self.reader().acquire().await?;
        infos::read(&mut connection, person, clock::now()).await
    }

    async fn create_board(&self, mentee: PersonId, at: Timestamp) -> Result<BoardId, StoreError> {
        self.write(move |connection| Box::pin(insert_board(connection, mentee, at))).await
    }

    async fn seat(&self, board: BoardId, person: PersonId) -> Result<Seat, StoreError> {
        let mut connection = self.reader().acquire().await?;
        read_seat(&mut connection, board, person, clock::now()).await
    }

    async fn cursor(&self, board: BoardId, person: PersonId) -> Result<Cursor, StoreError> {
        let mut connection = self.reader().acquire().await?;
        let mut reading = connection.begin().await?;
        read_seat(&mut reading, board, person, clock::now()).await?;
        let shared = find_space(&mut reading, board, None).await?;
        let private = find_space(&mut reading, board, Some(person)).await?;
        Ok(Cursor { epoch: self.epoch, shared: shared.rev, private: private.rev })
    }

    async fn feed(
        &self,
        board: BoardId,
        person: PersonId,
        device: Option<DeviceId>,
        since: Option<Cursor>,
    ) -> Result<Feed, StoreError> {
        let mut connection = self.reader().acquire().await?;
        // One transaction: an item on its way between two spaces is seen in exactly one of them.
        let mut reading = connection.begin().await?;
        read_seat(&mut reading, board, person, clock::now()).await?;
        let shared = find_space(&mut reading, board, None).await?;
        let private = find_space(&mut reading, board, Some(person)).await?;
        let device = own_device(&mut reading, device, person).await?;
        let reader = Reader { board, epoch: self.epoch, device, shared, private };
        feeds::read(&mut reading, &reader, since).await
    }

    async fn world(&self, board: BoardId, person: PersonId) -> Result<(Seat, World), StoreError> {
        let mut connection = self.reader().acquire().await?;
        let mut reading = connection.begin().await?;
        read_world(&mut reading, board, person).await
    }

    async fn history(
        &self,
        board: BoardId,
        person: PersonId,
        item: Option<ItemId>,
        before: Option<(u64, u64)>,
    ) -> Result<History, StoreError> {
        let mut connection = self.reader().acquire().await?;
        let mut reading = connection.begin().await?;
        let (seat, world) = read_world(&mut reading, board, person).await?;
        let question = Question { board, person, seat, item, before };
        history::read(&mut reading, &question, &world).await
    }

    async fn submit(
        &self,
        board: BoardId,
        person: PersonId,
        at: Timestamp,
        submit: Submit,
    ) -> Result<Submitted, SubmitError> {
        let request = Request { epoch: self.epoch, board, person, at, submit };
        let cache: Arc<SpaceCache> = Arc::clone(&self.cache);
        let (keep, hub) = (Arc::clone(&self.cache), self.hub.clone());
        let committed = self
            .write_then(
                move |connection| {
                    Box::pin(async move { commits::submit(connection, &cache, request).await })
                },
                move |committed: &mut commits::Committed| committed.tell(board, &keep, &hub),
            )
            .await?;
        Ok(committed.answer)
    }

    async fn act(
        &self,
        board: BoardId,
        person: PersonId,
        at: Timestamp,
        device: DeviceId,
        op: Op,
    ) -> Result<Option<Reject>, SubmitError> {
        let (epoch, cache) = (self.epoch, Arc::clone(&self.cache));
        let (keep, hub) = (Arc::clone(&self.cache), self.hub.clone());
        let committed = self
            .write_then(
                move |connection| {
                    Box::pin(async move {
                        let seq = read_last_seq(connection, board, device).await? + 1;
                        let shared = find_space(connection, board, None).await?.rev;
                        let private = find_space(connection, board, Some(person)).await?.rev;
                        let cursor = Cursor { epoch, shared, private };
                        let submit = Submit { device, cursor, ops: vec![NumberedOp { seq, op }] };
                        let request = Request { epoch, board, person, at, submit };
                        commits::submit(connection, &cache, request).await
                    })
                },
                move |committed: &mut commits::Committed| committed.tell(board, &keep, &hub),
            )
            .await?;
        Ok(committed.answer.receipts.into_iter().find_map(|receipt| receipt.rejected))
    }
}

/// Makes a mentee's board and its shared space.
pub(super) async fn insert_board(
    connection: &mut SqliteConnection,
    mentee: PersonId,
    at: Timestamp,
) -> Result<BoardId, StoreError> {
    let board = BoardId(ids::new_id(at));
    sqlx::query("insert into boards (id, mentee, created) values (?, ?, ?)")
        .bind(board.0)
        .bind(mentee.0)
        .bind(at.0)
        .execute(&mut *connection)
        .await?;
    open_space(connection, board, None, at).await?;
    Ok(board)
}

/// As what a person may open a board now; not found for everybody else.
pub(super) async fn read_seat(
    connection: &mut SqliteConnection,
    board: BoardId,
    person: PersonId,
    now: Timestamp,
) -> Result<Seat, StoreError> {
    let row: Option<(bool, bool)> = sqlx::query_as(
        "select mentee = ?2,
                exists (select 1 from duos where board = ?1 and mentor = ?2
                        and (ended is null or shared_until > ?3))
         from boards where id = ?1",
    )
    .bind(board.0)
    .bind(person.0)
    .bind(now.0)
    .fetch_optional(connection)
    .await?;
    match row {
        Some((true, _)) => Ok(Seat::Mentee),
        Some((_, true)) => Ok(Seat::Mentor),
        _ => Err(StoreError::NotFound),
    }
}

/// A space as it is stored, to be read.
pub(super) async fn find_space(
    connection: &mut SqliteConnection,
    board: BoardId,
    person: Option<PersonId>,
) -> Result<SpaceRow, StoreError> {
    let row: Option<(Uuid, i64, i64)> =
        sqlx::query_as("select id, rev, floor from spaces where board = ? and person is ?")
            .bind(board.0)
            .bind(person.map(|person| person.0))
            .fetch_optional(connection)
            .await?;
    let Some((id, rev, floor)) = row else { return Ok(SpaceRow::default()) };
    Ok(SpaceRow { id, rev: count(rev)?, floor: count(floor)? })
}

/// A space to be written; made when there is none yet.
pub(super) async fn open_space(
    connection: &mut SqliteConnection,
    board: BoardId,
    person: Option<PersonId>,
    at: Timestamp,
) -> Result<SpaceRow, StoreError> {
    let found = find_space(connection, board, person).await?;
    if !found.id.is_nil() {
        return Ok(found);
    }
    let id = ids::new_id(at);
    sqlx::query("insert into spaces (id, board, person) values (?, ?, ?)")
        .bind(id)
        .bind(board.0)
        .bind(person.map(|person| person.0))
        .execute(connection)
        .await?;
    Ok(SpaceRow { id, rev: 0, floor: 0 })
}

/// All that a person sees of a board.
async fn read_world(
    connection: &mut SqliteConnection,
    board: BoardId,
    person: PersonId,
) -> Result<(Seat, World), StoreError> {
    let seat = read_seat(connection, board, person, clock::now()).await?;
    let shared = find_space(connection, board, None).await?;
    let private = find_space(connection, board, Some(person)).await?;
    let shared = read_space(connection, &shared).await?;
    let private = read_space(connection, &private).await?;
    Ok((seat, World { shared, private }))
}

/// The items of a space.
pub(super) async fn read_space(
    connection: &mut SqliteConnection,
    row: &SpaceRow,
) -> Result<Space, StoreError> {
    let texts: Vec<String> = sqlx::query_scalar("select json from items where space = ?")
        .bind(row.id)
        .fetch_all(connection)
        .await?;
    let items = texts.iter().map(|text| serde_json::from_str(text));
    Ok(Space::new(row.rev, items.collect::<Result<Vec<Item>, _>>()?))
}

/// Highest number of a device's operations on a board; 0 when there is none.
pub(super) async fn read_last_seq(
    connection: &mut SqliteConnection,
    board: BoardId,
    device: DeviceId,
) -> Result<u64, StoreError> {
    let last: Option<i64> =
        sqlx::query_scalar("select max(seq) from receipts where board = ? and device = ?")
            .bind(board.0)
            .bind(device.0)
            .fetch_one(connection)
            .await?;
    count(last.unwrap_or(0))
}

/// The device, when it is this person's: nobody learns numbers of somebody else's.
async fn own_device(
    connection: &mut SqliteConnection,
    device: Option<DeviceId>,
    person: PersonId,
) -> Result<Option<DeviceId>, StoreError> {
    let Some(device) = device else { return Ok(None) };
    let owner: Option<Uuid> = sqlx::query_scalar("select person from devices where id = ?")
        .bind(device.0)
        .fetch_optional(connection)
        .await?;
    Ok((owner == Some(person.0)).then_some(device))
}

/// A count as the database keeps it.
pub(super) fn number(count: u64) -> Result<i64, StoreError> {
    i64::try_from(count).map_err(|error| StoreError::Trouble(Box::new(error)))
}

/// A count as the database kept it.
pub(super) fn count(number: i64) -> Result<u64, StoreError> {
    u64::try_from(number).map_err(|error| StoreError::Trouble(Box::new(error)))
}
