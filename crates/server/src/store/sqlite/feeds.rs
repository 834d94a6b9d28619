//! Reads what a person has not seen yet: from the log, or everything.

use super::boards::{self, SpaceRow};
use crate::store::StoreError;
use board::{
    event::Change,
    id::{BoardId, DeviceId, PersonId},
    protocol::boards::{Changes, Cursor, Feed, FeedChange, FeedEvent, Snapshot},
    time::Timestamp,
};
use sqlx::SqliteConnection;
use uuid::Uuid;

/// Beyond this many events everything at once is shorter.
const EVENTS_MAX: u64 = 1000;

/// A row of `events`: rev, at, author, device, seq, change.
type EventRow = (i64, i64, Uuid, Option<Uuid>, Option<i64>, String);

/// Who reads which spaces, as they are in the running transaction.
pub(super) struct Reader {
    pub(super) board: BoardId,
    pub(super) epoch: u32,
    pub(super) device: Option<DeviceId>,
    pub(super) shared: SpaceRow,
    pub(super) private: SpaceRow,
}

/// What changed since a cursor; everything when it cannot be followed.
pub(super) async fn read(
    connection: &mut SqliteConnection,
    reader: &Reader,
    since: Option<Cursor>,
) -> Result<Feed, StoreError> {
    // The rows may be older than what this transaction wrote.
    let shared = refresh(connection, &reader.shared).await?;
    let private = refresh(connection, &reader.private).await?;
    let cursor = Cursor { epoch: reader.epoch, shared: shared.rev, private: private.rev };
    let follows = |since: &Cursor| {
        let behind = |now: u64, then: u64| now.checked_sub(then);
        let missing =
            Option::zip(behind(cursor.shared, since.shared), behind(cursor.private, since.private));
        let is_told = since.shared >= shared.floor && since.private >= private.floor;
        since.epoch == cursor.epoch && is_told && missing.is_some_and(|(a, b)| a + b <= EVENTS_MAX)
    };
    if let Some(since) = since.filter(follows) {
        return Ok(Feed::Changes(Changes {
            cursor,
            shared: read_events(connection, &shared, since.shared, reader.device).await?,
            private: read_events(connection, &private, since.private, reader.device).await?,
        }));
    }
    let last_seq = match reader.device {
        Some(device) => boards::read_last_seq(connection, reader.board, device).await?,
        None => 0,
    };
    let shared = boards::read_space(connection, &shared).await?;
    let private = boards::read_space(connection, &private).await?;
    Ok(Feed::Snapshot(Snapshot {
        cursor,
        last_seq,
        shared: shared.items.into_values().collect(),
        private: private.items.into_values().collect(),
        reader: None,
        forgot: since.is_some_and(|since| since.is_ahead_of(cursor)),
    }))
}

async fn refresh(
    connection: &mut SqliteConnection,
    row: &SpaceRow,
) -> Result<SpaceRow, StoreError> {
    let found: Option<(i64, i64)> = sqlx::query_as("select rev, floor from spaces where id = ?")
        .bind(row.id)
        .fetch_optional(connection)
        .await?;
    let (rev, floor) = found.unwrap_or_default();
    Ok(SpaceRow { id: row.id, rev: boards::count(rev)?, floor: boards::count(floor)? })
}

async fn read_events(
    connection: &mut SqliteConnection,
    space: &SpaceRow,
    since: u64,
    device: Option<DeviceId>,
) -> Result<Vec<FeedEvent>, StoreError> {
    if since == space.rev {
        return Ok(Vec::new());
    }
    let rows: Vec<EventRow> = sqlx::query_as(
        "select rev, at, author, device, seq, change from events
         where space = ? and rev > ? and rev <= ? order by rev",
    )
    .bind(space.id)
    .bind(boards::number(since)?)
    .bind(boards::number(space.rev)?)
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|(rev, at, author, origin, seq, change)| {
            let change: Change = serde_json::from_str(&change)?;
            let own = seq.filter(|_| origin.is_some() && origin == device.map(|device| device.0));
            Ok(FeedEvent {
                rev: boards::count(rev)?,
                at: Timestamp(at),
                by: PersonId(author),
                change: shorten(change, own.map(boards::count).transpose()?),
            })
        })
        .collect()
}

/// The reader's own operation is told by its number: the device still has the words.
fn shorten(change: Change, own: Option<u64>) -> FeedChange {
    match (change, own) {
        (Change::Op(op), Some(seq)) if !op.is_consequence() => FeedChange::Own(seq),
        (change, _) => change.into(),
    }
}
