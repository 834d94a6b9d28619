//! Takes removed items out for good after thirty days (M05): the items, what hangs below them and
//! their words in the log.
//!
//! The log stays gapless: an event that was about nothing but what is gone becomes "these left",
//! which is true of any moment of it, and one more event says so to whoever follows live. A reader
//! who is older than that gets a snapshot, since replaying a log without its words would not lead
//! to where the board is.

use super::boards;
use crate::{
    live::{News, Told},
    store::StoreError,
};
use board::{
    apply::targets,
    event::{Change, Event},
    id::{BoardId, DeviceId, ItemId, PersonId},
    item::{Item, UNDO_DAYS},
    space::{Side, Space},
    time::Timestamp,
};
use sqlx::{SqliteConnection, SqlitePool};
use std::collections::BTreeSet;
use uuid::Uuid;

/// One space of a board, whole.
struct Loaded {
    id: Uuid,
    person: Option<PersonId>,
    space: Space,
}

/// The boards on which something has been removed long enough. Only reads: looking through
/// everything must not keep writers waiting.
pub(super) async fn find(pool: &SqlitePool, now: Timestamp) -> Result<Vec<BoardId>, StoreError> {
    let boards: Vec<Uuid> = sqlx::query_scalar(
        "select distinct spaces.board from spaces join items on items.space = spaces.id
         where json_extract(items.json, '$.removed.at') < ?",
    )
    .bind(limit(now).0)
    .fetch_all(pool)
    .await?;
    Ok(boards.into_iter().map(BoardId).collect())
}

/// What was removed before this moment is gone.
fn limit(now: Timestamp) -> Timestamp {
    now.plus_days(-UNDO_DAYS)
}

/// Takes out of one board what was removed long enough ago.
pub(super) async fn purge(
    connection: &mut SqliteConnection,
    board: BoardId,
    now: Timestamp,
) -> Result<Vec<News>, StoreError> {
    let limit = limit(now);
    let mut spaces = load(connection, board).await?;
    let gone = doomed(&spaces, limit);
    let remover = |space: &Space| {
        let removed = space.items.values().filter(|item| gone.contains(&item.id));
        removed.filter_map(|item| Some(item.removed?.by)).next()
    };
    let by: Vec<Option<PersonId>> = spaces.iter().map(|loaded| remover(&loaded.space)).collect();
    let anybody = by.iter().flatten().next().copied();
    let mut purged = Vec::new();
    for (loaded, by) in spaces.iter_mut().zip(by) {
        let left: Vec<ItemId> =
            loaded.space.items.keys().filter(|id| gone.contains(id)).copied().collect();
        let Some(by) = by.or(anybody).filter(|_| !left.is_empty()) else { continue };
        loaded.space.items.retain(|item| !gone.contains(&item.id));
        let rev = loaded.space.rev + 1;
        let event = Event { rev, at: now, by, change: Change::Depart(left) };
        write(connection, loaded.id, &event).await?;
        let side = if loaded.person.is_none() { Side::Shared } else { Side::Private };
        // No device made it, so that every device is told it in full.
        let events = vec![Told { side, seq: 0, event }];
        let person = loaded.person.unwrap_or(by);
        purged.push(News { person, device: DeviceId(Uuid::nil()), events });
    }
    let alive: BTreeSet<ItemId> =
        spaces.iter().flat_map(|loaded| loaded.space.items.keys().copied()).collect();
    for loaded in &spaces {
        silence(connection, loaded.id, &alive).await?;
    }
    Ok(purged)
}

async fn load(
    connection: &mut SqliteConnection,
    board: BoardId,
) -> Result<Vec<Loaded>, StoreError> {
    let rows: Vec<Option<Uuid>> =
        sqlx::query_scalar("select person from spaces where board = ? order by id")
            .bind(board.0)
            .fetch_all(&mut *connection)
            .await?;
    let mut spaces = Vec::with_capacity(rows.len());
    for person in rows {
        let person = person.map(PersonId);
        let row = boards::find_space(connection, board, person).await?;
        let space = boards::read_space(connection, &row).await?;
        spaces.push(Loaded { id: row.id, person, space });
    }
    Ok(spaces)
}

/// What was removed before `limit`, and all that hangs below it in any space of the board.
fn doomed(spaces: &[Loaded], limit: Timestamp) -> BTreeSet<ItemId> {
    let items: Vec<&Item> = spaces.iter().flat_map(|loaded| loaded.space.items.values()).collect();
    let over = |item: &&&Item| item.removed.is_some_and(|removal| removal.at < limit);
    let mut gone: BTreeSet<ItemId> = items.iter().filter(over).map(|item| item.id).collect();
    loop {
        let before = gone.len();
        let below = items.iter().filter(|item| item.parent().is_some_and(|it| gone.contains(&it)));
        let below: Vec<ItemId> = below.map(|item| item.id).collect();
        gone.extend(below);
        if gone.len() == before {
            return gone;
        }
    }
}

async fn write(
    connection: &mut SqliteConnection,
    space: Uuid,
    event: &Event,
) -> Result<(), StoreError> {
    let Change::Depart(left) = &event.change else { return Ok(()) };
    for id in left {
        sqlx::query("delete from items where space = ? and id = ?")
            .bind(space)
            .bind(id.0)
            .execute(&mut *connection)
            .await?;
    }
    sqlx::query("insert into events (space, rev, at, author, change) values (?, ?, ?, ?, ?)")
        .bind(space)
        .bind(boards::number(event.rev)?)
        .bind(event.at.0)
        .bind(event.by.0)
        .bind(serde_json::to_string(&event.change)?)
        .execute(&mut *connection)
        .await?;
    // Whoever knows all but this event can follow it.
    sqlx::query("update spaces set rev = ?1, floor = ?1 - 1 where id = ?2")
        .bind(boards::number(event.rev)?)
        .bind(space)
        .execute(connection)
        .await?;
    Ok(())
}

/// Takes the words of what is gone out of a space's log.
async fn silence(
    connection: &mut SqliteConnection,
    space: Uuid,
    alive: &BTreeSet<ItemId>,
) -> Result<(), StoreError> {
    let rows: Vec<(i64, String)> =
        sqlx::query_as("select rev, change from events where space = ? order by rev")
            .bind(space)
            .fetch_all(&mut *connection)
            .await?;
    let mut changed = false;
    for (rev, text) in rows {
        let Some(change) = without_words(serde_json::from_str(&text)?, alive) else { continue };
        changed = true;
        sqlx::query("update events set change = ? where space = ? and rev = ?")
            .bind(serde_json::to_string(&change)?)
            .bind(space)
            .bind(rev)
            .execute(&mut *connection)
            .await?;
    }
    if changed {
        // Also where nothing left just now: an item may have been here before it was shared.
        sqlx::query("update spaces set floor = max(floor, rev - 1) where id = ?")
            .bind(space)
            .execute(connection)
            .await?;
    }
    Ok(())
}

/// The change without the words of what is gone; `None` when it can stay as it is.
fn without_words(change: Change, alive: &BTreeSet<ItemId>) -> Option<Change> {
    match change {
        Change::Op(op) => {
            let about: Vec<ItemId> = match op.added() {
                Some(id) => vec![id],
                None => targets(&op).to_vec(),
            };
            let is_over = !about.is_empty() && !about.iter().any(|id| alive.contains(id));
            is_over.then_some(Change::Depart(about))
        }
        Change::Arrive(mut items) => {
            let before = items.len();
            items.retain(|item| alive.contains(&item.id));
            (items.len() < before).then_some(Change::Arrive(items))
        }
        Change::Depart(_) => None,
    }
}
