//! What happens to a board when its mentee begins with another mentor, in SQLite (features.md K21;
//! the rules are in `board::take_back`).
//!
//! The shared space is emptied together with its log: whoever reads it from then on gets a
//! snapshot, and no event leads back to what was there. The log goes on in the mentee's own space,
//! in the order in which things happened.

use super::{
    boards::{self, SpaceRow},
    contacts::day,
    settings,
};
use crate::{local, store::StoreError};
use board::{
    id::{BoardId, DuoId, ItemId, PersonId},
    protocol::plans::ViewChoice,
    take_back::take_back,
    time::Timestamp,
};
use chrono::{Days, NaiveDate};
use sqlx::SqliteConnection;
use uuid::Uuid;

/// A row of `events`: at, author, device, seq, change.
type EventRow = (i64, Uuid, Option<Uuid>, Option<i64>, String);

/// Makes all that lies in the shared space of a board the mentee's own, before `duo` begins on it.
pub(super) async fn run(
    connection: &mut SqliteConnection,
    board: BoardId,
    mentee: PersonId,
    duo: DuoId,
    at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query("update duos set shared_until = null where board = ? and shared_until is not null")
        .bind(board.0)
        .execute(&mut *connection)
        .await?;
    let shared_row = boards::open_space(connection, board, None, at).await?;
    if shared_row.rev == 0 {
        return Ok(());
    }
    let own_row = boards::open_space(connection, board, Some(mentee), at).await?;
    let mut shared = boards::read_space(connection, &shared_row).await?;
    let mut own = boards::read_space(connection, &own_row).await?;
    let moved: Vec<ItemId> = shared.items.keys().copied().collect();
    let offered = take_back(&mut shared, &mut own, mentee, at, local::day(at));
    sqlx::query("delete from items where space = ?")
        .bind(shared_row.id)
        .execute(&mut *connection)
        .await?;
    for item in moved.iter().filter_map(|id| own.items.get(id)) {
        sqlx::query(
            "insert into items (space, id, json) values (?, ?, ?)
             on conflict (space, id) do update set json = excluded.json",
        )
        .bind(own_row.id)
        .bind(item.id.0)
        .bind(serde_json::to_string(item)?)
        .execute(&mut *connection)
        .await?;
    }
    move_log(connection, &shared_row, &own_row).await?;
    if !offered.is_empty() {
        sqlx::query("insert into view_choices (duo, items) values (?, ?)")
            .bind(duo.0)
            .bind(serde_json::to_string(&offered)?)
            .execute(connection)
            .await?;
    }
    Ok(())
}

/// Writes both logs as one into the mentee's space. Nobody can follow either of them from before.
async fn move_log(
    connection: &mut SqliteConnection,
    shared: &SpaceRow,
    own: &SpaceRow,
) -> Result<(), StoreError> {
    let events: Vec<EventRow> = sqlx::query_as(
        "select at, author, device, seq, change from events where space in (?1, ?2)
         order by at, space = ?2, rev",
    )
    .bind(shared.id)
    .bind(own.id)
    .fetch_all(&mut *connection)
    .await?;
    sqlx::query("delete from events where space in (?, ?)")
        .bind(shared.id)
        .bind(own.id)
        .execute(&mut *connection)
        .await?;
    for (rev, (at, author, device, seq, change)) in (1_i64..).zip(&events) {
        sqlx::query(
            "insert into events (space, rev, at, author, device, seq, change)
             values (?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(own.id)
        .bind(rev)
        .bind(at)
        .bind(author)
        .bind(device)
        .bind(seq)
        .bind(change)
        .execute(&mut *connection)
        .await?;
    }
    let own_rev = own.rev.max(events.len() as u64) + 1;
    for (space, rev) in [(shared.id, shared.rev + 1), (own.id, own_rev)] {
        sqlx::query("update spaces set rev = ?1, floor = ?1 where id = ?2")
            .bind(boards::number(rev)?)
            .bind(space)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// The first day on which a mentee can begin with another mentor, after a duo that ended.
pub(super) async fn first_day(
    connection: &mut SqliteConnection,
    mentee: PersonId,
) -> Result<Option<NaiveDate>, StoreError> {
    let rows: Vec<(Option<String>, i64)> = sqlx::query_as(
        "select closures.day, duos.ended from duos join boards on boards.id = duos.board
         left join closures on closures.duo = duos.id
         where boards.mentee = ? and duos.ended is not null",
    )
    .bind(mentee.0)
    .fetch_all(&mut *connection)
    .await?;
    let mut last = None;
    for (closed, ended) in rows {
        let closed = closed.as_deref().map(day).transpose()?;
        last = last.max(Some(closed.unwrap_or_else(|| local::day(Timestamp(ended)))));
    }
    let wait = Days::new(u64::from(settings::read(connection).await?.0.rematch_days));
    Ok(last.and_then(|last: NaiveDate| last.checked_add_days(wait)))
}

/// What the mentee is still to choose.
pub(super) async fn choice(
    connection: &mut SqliteConnection,
    board: BoardId,
    mentee: PersonId,
) -> Result<ViewChoice, StoreError> {
    let (mentor, items): (String, String) = sqlx::query_as(
        "select people.name, view_choices.items
         from view_choices join duos on duos.id = view_choices.duo
         join boards on boards.id = duos.board
         join people on people.id = duos.mentor
         where duos.board = ? and boards.mentee = ? and duos.ended is null
         and view_choices.chosen is null",
    )
    .bind(board.0)
    .bind(mentee.0)
    .fetch_one(connection)
    .await?;
    Ok(ViewChoice { mentor, items: serde_json::from_str(&items)? })
}

/// The mentee has chosen; what they share later is shared as everything is.
pub(super) async fn end_choice(
    connection: &mut SqliteConnection,
    board: BoardId,
    mentee: PersonId,
    at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "update view_choices set chosen = coalesce(chosen, ?) where duo in (
             select duos.id from duos join boards on boards.id = duos.board
             where duos.board = ? and boards.mentee = ?)",
    )
    .bind(at.0)
    .bind(board.0)
    .bind(mentee.0)
    .execute(connection)
    .await?;
    Ok(())
}
