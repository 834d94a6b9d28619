//! Who changed what, and when, in SQLite: the log read backwards.

use super::boards::{self, SpaceRow};
use crate::store::StoreError;
use board::{
    actor::Seat,
    apply::targets,
    event::Change,
    id::{BoardId, ItemId, PersonId},
    protocol::{
        boards::FeedEvent,
        history::{History, HistoryEvent},
    },
    space::Side,
    time::Timestamp,
    world::World,
};
use sqlx::SqliteConnection;
use std::collections::{BTreeSet, VecDeque};
use uuid::Uuid;

/// Events on one page.
const PAGE: usize = 50;
/// Rows read at once while looking for the events of one item.
const CHUNK: i64 = 400;

/// What is asked of the log.
pub(super) struct Question {
    pub(super) board: BoardId,
    pub(super) person: PersonId,
    pub(super) seat: Seat,
    pub(super) item: Option<ItemId>,
    /// Older than these revisions, of the shared and of the private space.
    pub(super) before: Option<(u64, u64)>,
}

/// A page of history, newest first.
pub(super) async fn read(
    connection: &mut SqliteConnection,
    question: &Question,
    world: &World,
) -> Result<History, StoreError> {
    let Question { board, person, seat, item, before } = question;
    let shared = boards::find_space(connection, *board, None).await?;
    let private = boards::find_space(connection, *board, Some(*person)).await?;
    let hidden = match seat {
        Seat::Mentee => BTreeSet::new(),
        Seat::Mentor => read_departed(connection, &shared, world).await?,
    };
    let about = item.map(|item| family(world, item));
    let keeps = |change: &Change| {
        let ids = subjects(change);
        let concerns = about.as_ref().is_none_or(|about| ids.iter().any(|id| about.contains(id)));
        concerns && !ids.iter().any(|id| hidden.contains(id))
    };
    let (from_shared, from_private) = before.unwrap_or((u64::MAX, u64::MAX));
    let mut shared = Backwards::new(Side::Shared, shared, from_shared);
    let mut private = Backwards::new(Side::Private, private, from_private);
    let mut events = Vec::with_capacity(PAGE);
    while events.len() < PAGE {
        shared.fill(connection, &keeps).await?;
        private.fill(connection, &keeps).await?;
        let next = match (shared.found.front(), private.found.front()) {
            (Some(one), Some(other)) if other.at > one.at => &mut private,
            (None, Some(_)) => &mut private,
            (Some(_), _) => &mut shared,
            (None, None) => break,
        };
        events.extend(next.take());
    }
    let more = !shared.is_over() || !private.is_over();
    let before = more.then(|| format!("{}.{}", shared.next, private.next));
    Ok(History { events, before })
}

/// One space, read from the newest event on.
struct Backwards {
    side: Side,
    space: Uuid,
    /// Everything from here on was told.
    next: u64,
    /// Everything from here on was looked at.
    looked: u64,
    found: VecDeque<FeedEvent>,
}

impl Backwards {
    fn new(side: Side, row: SpaceRow, before: u64) -> Self {
        let next = before.min(row.rev + 1);
        Self { side, space: row.id, next, looked: next, found: VecDeque::new() }
    }

    /// Whether nothing older is left.
    fn is_over(&self) -> bool {
        self.found.is_empty() && self.looked <= 1
    }

    fn take(&mut self) -> Option<HistoryEvent> {
        let event = self.found.pop_front()?;
        self.next = event.rev;
        Some(HistoryEvent { side: self.side, event })
    }

    /// Reads on until there is something to tell, or nothing more to read.
    async fn fill(
        &mut self,
        connection: &mut SqliteConnection,
        keeps: &impl Fn(&Change) -> bool,
    ) -> Result<(), StoreError> {
        while self.found.is_empty() && self.looked > 1 {
            let rows: Vec<(i64, i64, Uuid, String)> = sqlx::query_as(
                "select rev, at, author, change from events where space = ? and rev < ?
                 order by rev desc limit ?",
            )
            .bind(self.space)
            .bind(boards::number(self.looked)?)
            .bind(CHUNK)
            .fetch_all(&mut *connection)
            .await?;
            // Fewer than asked for: this was the beginning of the log.
            let last = rows.last().filter(|_| rows.len() as i64 == CHUNK);
            self.looked = last.map_or(Ok(1), |row| boards::count(row.0))?;
            for (rev, at, author, change) in rows {
                let change: Change = serde_json::from_str(&change)?;
                if keeps(&change) {
                    self.found.push_back(FeedEvent {
                        rev: boards::count(rev)?,
                        at: Timestamp(at),
                        by: PersonId(author),
                        change: change.into(),
                    });
                }
            }
        }
        Ok(())
    }
}

/// The items a change is about.
fn subjects(change: &Change) -> Vec<ItemId> {
    match change {
        Change::Op(op) => op.added().into_iter().chain(targets(op).iter().copied()).collect(),
        Change::Arrive(items) => items.iter().map(|item| item.id).collect(),
        Change::Depart(ids) => ids.clone(),
    }
}

/// An item and the comments on it.
fn family(world: &World, item: ItemId) -> BTreeSet<ItemId> {
    let on = |other: &board::item::Item| other.as_comment().is_some_and(|it| it.on == item);
    let comments = world.items().filter(|(_, other)| on(other)).map(|(_, other)| other.id);
    comments.chain([item]).collect()
}

/// What left the shared space and did not come back: its mentee keeps it to themselves now, and
/// so its past.
async fn read_departed(
    connection: &mut SqliteConnection,
    shared: &SpaceRow,
    world: &World,
) -> Result<BTreeSet<ItemId>, StoreError> {
    let rows: Vec<String> = sqlx::query_scalar(
        "select change from events where space = ? and change like '{\"depart\":%'",
    )
    .bind(shared.id)
    .fetch_all(connection)
    .await?;
    let mut departed = BTreeSet::new();
    for row in rows {
        if let Change::Depart(ids) = serde_json::from_str(&row)? {
            departed.extend(ids.into_iter().filter(|id| !world.shared.items.contains_key(id)));
        }
    }
    Ok(departed)
}
