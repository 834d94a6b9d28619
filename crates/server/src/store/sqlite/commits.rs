//! Writes what operations did: events, items, revisions, receipts, in the running transaction.

use super::{cache::SpaceCache, feeds};
use crate::{
    commit::digest,
    live::{Hub, News, Told},
    store::{
        StoreError,
        boards::SubmitError,
        sqlite::{boards, boards::SpaceRow},
    },
};
use board::{
    actor::Actor,
    id::{BoardId, DeviceId, ItemId, PersonId},
    protocol::boards::{NumberedOp, Submit, Submitted},
    space::{Side, Space},
    sync::batch::{Batch, Dealt, History, Stored, carry_out},
    time::Timestamp,
    world::World,
};
use sqlx::SqliteConnection;
use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
};
use uuid::Uuid;

/// What a committed request leaves to do.
pub(super) struct Committed {
    pub(super) answer: Submitted,
    pub(super) news: News,
    /// The spaces as they are now, for the cache.
    pub(super) spaces: Vec<(Uuid, Space)>,
}

impl Committed {
    /// Keeps the spaces for the next request and tells the streams.
    pub(super) fn tell(&mut self, board: BoardId, cache: &SpaceCache, hub: &Hub) {
        for (id, space) in self.spaces.drain(..) {
            cache.put(id, space);
        }
        let News { person, device, events } = &mut self.news;
        hub.tell(board, News { person: *person, device: *device, events: mem::take(events) });
    }
}

/// A request, with what it is about.
pub(super) struct Request {
    pub(super) epoch: u32,
    pub(super) board: BoardId,
    pub(super) person: PersonId,
    pub(super) at: Timestamp,
    pub(super) submit: Submit,
}

/// Carries out a request inside the running transaction.
pub(super) async fn submit(
    connection: &mut SqliteConnection,
    cache: &SpaceCache,
    request: Request,
) -> Result<Committed, SubmitError> {
    let Request { epoch, board, person, at, submit } = request;
    let seat = boards::read_seat(connection, board, person, at).await?;
    claim_device(connection, submit.device, person).await?;
    let shared = boards::open_space(connection, board, None, at).await?;
    let private = boards::open_space(connection, board, Some(person), at).await?;
    let mut world = World {
        shared: load(connection, cache, &shared).await?,
        private: load(connection, cache, &private).await?,
    };
    let history = read_history(connection, board, &submit).await?;
    let actor = Actor { person, seat };
    let batch = carry_out(&mut world, &actor, at, &history, &submit.ops)?;
    let spaces = [&shared, &private];
    let news = write(connection, board, person, &submit, spaces, &world, &batch).await?;
    let reader = feeds::Reader { board, epoch, device: Some(submit.device), shared, private };
    let feed = feeds::read(connection, &reader, Some(submit.cursor)).await?;
    let answer = Submitted { receipts: batch.receipts, feed };
    let spaces = vec![(reader.shared.id, world.shared), (reader.private.id, world.private)];
    Ok(Committed { answer, news, spaces })
}

/// A device belongs to whoever used it first.
async fn claim_device(
    connection: &mut SqliteConnection,
    device: DeviceId,
    person: PersonId,
) -> Result<(), SubmitError> {
    sqlx::query("insert into devices (id, person) values (?, ?) on conflict do nothing")
        .bind(device.0)
        .bind(person.0)
        .execute(&mut *connection)
        .await
        .map_err(StoreError::from)?;
    let owner: Uuid = sqlx::query_scalar("select person from devices where id = ?")
        .bind(device.0)
        .fetch_one(connection)
        .await
        .map_err(StoreError::from)?;
    if owner == person.0 { Ok(()) } else { Err(SubmitError::DeviceTaken) }
}

async fn load(
    connection: &mut SqliteConnection,
    cache: &SpaceCache,
    row: &SpaceRow,
) -> Result<Space, StoreError> {
    match cache.take(row.id, row.rev) {
        Some(space) => Ok(space),
        None => boards::read_space(connection, row).await,
    }
}

/// What was stored about the request's numbers; read only when something comes again.
async fn read_history(
    connection: &mut SqliteConnection,
    board: BoardId,
    submit: &Submit,
) -> Result<History, StoreError> {
    let last_seq = boards::read_last_seq(connection, board, submit.device).await?;
    let mut stored = BTreeMap::new();
    for NumberedOp { seq, op } in submit.ops.iter().filter(|numbered| numbered.seq <= last_seq) {
        let row: Option<(Vec<u8>, Option<String>)> = sqlx::query_as(
            "select digest, rejected from receipts where board = ? and device = ? and seq = ?",
        )
        .bind(board.0)
        .bind(submit.device.0)
        .bind(boards::number(*seq)?)
        .fetch_optional(&mut *connection)
        .await?;
        if let Some((known, rejected)) = row {
            let rejected = rejected.map(|json| serde_json::from_str(&json)).transpose()?;
            stored.insert(*seq, Stored { same: known == digest(op)?, rejected });
        }
    }
    Ok(History { last_seq, stored })
}

/// Stores a batch and returns what to tell.
async fn write(
    connection: &mut SqliteConnection,
    board: BoardId,
    person: PersonId,
    submit: &Submit,
    spaces: [&SpaceRow; 2],
    world: &World,
    batch: &Batch,
) -> Result<News, StoreError> {
    let space = |side: Side| spaces[usize::from(side == Side::Private)].id;
    let Submit { device, ops, .. } = submit;
    let mut told = Vec::new();
    for Dealt { index, seq, result } in &batch.dealt {
        let rejected = result.as_ref().err().map(serde_json::to_string).transpose()?;
        sqlx::query(
            "insert into receipts (board, device, seq, digest, rejected) values (?, ?, ?, ?, ?)",
        )
        .bind(board.0)
        .bind(device.0)
        .bind(boards::number(*seq)?)
        .bind(digest(&ops[*index].op)?.as_slice())
        .bind(rejected)
        .execute(&mut *connection)
        .await?;
        let Ok(commit) = result else { continue };
        for (side, event) in &commit.events {
            sqlx::query(
                "insert into events (space, rev, at, author, device, seq, change)
                 values (?, ?, ?, ?, ?, ?, ?)",
            )
            .bind(space(*side))
            .bind(boards::number(event.rev)?)
            .bind(event.at.0)
            .bind(event.by.0)
            .bind(device.0)
            .bind(boards::number(*seq)?)
            .bind(serde_json::to_string(&event.change)?)
            .execute(&mut *connection)
            .await?;
            told.push(Told { side: *side, seq: *seq, event: event.clone() });
        }
    }
    write_items(connection, space, world, batch).await?;
    for (side, row) in [Side::Shared, Side::Private].into_iter().zip(spaces) {
        if world.space(side).rev != row.rev {
            sqlx::query("update spaces set rev = ? where id = ?")
                .bind(boards::number(world.space(side).rev)?)
                .bind(row.id)
                .execute(&mut *connection)
                .await?;
        }
    }
    Ok(News { person, device: *device, events: told })
}

/// Writes each touched item once, as it lies at the end of the batch.
async fn write_items(
    connection: &mut SqliteConnection,
    space: impl Fn(Side) -> Uuid,
    world: &World,
    batch: &Batch,
) -> Result<(), StoreError> {
    let commits = batch.dealt.iter().filter_map(|dealt| dealt.result.as_ref().ok());
    let touched: BTreeSet<(Side, ItemId)> =
        commits.flat_map(|commit| commit.written.iter().chain(&commit.gone).copied()).collect();
    for (side, id) in touched {
        match world.space(side).items.get(&id) {
            Some(item) => {
                sqlx::query(
                    "insert into items (space, id, json) values (?, ?, ?)
                     on conflict (space, id) do update set json = excluded.json",
                )
                .bind(space(side))
                .bind(id.0)
                .bind(serde_json::to_string(item)?)
                .execute(&mut *connection)
                .await?;
            }
            None => {
                sqlx::query("delete from items where space = ? and id = ?")
                    .bind(space(side))
                    .bind(id.0)
                    .execute(&mut *connection)
                    .await?;
            }
        }
    }
    Ok(())
}
