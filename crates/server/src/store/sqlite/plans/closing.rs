//! Closing a duo in SQLite: kind and day are stored together, and only once.

use super::{care, state};
use crate::store::{StoreError, account::Reader};
use board::{
    id::{DuoId, PersonId},
    office::closure::{Checklist, Closure, ClosureKind},
    protocol::plans::UNDO_CLOSING_DAYS,
    time::Timestamp,
};
use sqlx::SqliteConnection;
use uuid::Uuid;

/// A row of `closures` without its duo.
type Columns = (String, String, bool, bool, bool, bool, bool, Option<Uuid>, i64);

/// A closing, by whom, and when.
pub(super) struct Closed {
    pub(super) closure: Closure,
    pub(super) by: Option<PersonId>,
    pub(super) at: Timestamp,
}

/// How a duo was closed.
pub(super) async fn find(
    connection: &mut SqliteConnection,
    duo: DuoId,
) -> Result<Option<Closed>, StoreError> {
    let row: Option<Columns> = sqlx::query_as(
        "select kind, day, notice, talk_mentee, talk_mentor, next_step, contact_rule, author, at
         from closures where duo = ?",
    )
    .bind(duo.0)
    .fetch_optional(connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let (kind, day, notice, talk_mentee, talk_mentor, next_step, contact_rule, author, at) = row;
    let closure = Closure {
        kind: ClosureKind::from_word(&kind).unwrap_or(ClosureKind::OtherReason),
        on: super::day(&day)?,
        checklist: Checklist { notice, talk_mentee, talk_mentor, next_step, contact_rule },
    };
    Ok(Some(Closed { closure, by: author.map(PersonId), at: Timestamp(at) }))
}

pub(super) async fn close(
    connection: &mut SqliteConnection,
    staff: PersonId,
    duo: DuoId,
    closure: Closure,
    at: Timestamp,
) -> Result<Reader, StoreError> {
    let found = care::find(connection, staff, duo).await?;
    let reader = Reader { board: found.board, person: found.mentor };
    if let Some(before) = find(connection, duo).await? {
        // The same press twice is no second closing.
        let same = before.closure == closure && before.by == Some(staff);
        return if same { Ok(reader) } else { Err(StoreError::Conflict) };
    }
    write(connection, duo, &closure, Some(staff), at).await?;
    sqlx::query("update duos set ended = coalesce(ended, ?), version = version + 1 where id = ?")
        .bind(at.0)
        .bind(duo.0)
        .execute(connection)
        .await?;
    Ok(reader)
}

/// Stores how a duo was closed.
pub(in crate::store::sqlite) async fn write(
    connection: &mut SqliteConnection,
    duo: DuoId,
    closure: &Closure,
    author: Option<PersonId>,
    at: Timestamp,
) -> Result<(), StoreError> {
    let Checklist { notice, talk_mentee, talk_mentor, next_step, contact_rule } = closure.checklist;
    sqlx::query(
        "insert into closures (duo, kind, day, notice, talk_mentee, talk_mentor, next_step,
                               contact_rule, author, at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (duo) do update set kind = excluded.kind, day = excluded.day,
             notice = excluded.notice, talk_mentee = excluded.talk_mentee,
             talk_mentor = excluded.talk_mentor, next_step = excluded.next_step,
             contact_rule = excluded.contact_rule",
    )
    .bind(duo.0)
    .bind(closure.kind.as_str())
    .bind(closure.on.to_string())
    .bind(notice)
    .bind(talk_mentee)
    .bind(talk_mentor)
    .bind(next_step)
    .bind(contact_rule)
    .bind(author.map(|author| author.0))
    .bind(at.0)
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn change(
    connection: &mut SqliteConnection,
    staff: PersonId,
    duo: DuoId,
    version: u64,
    closure: Closure,
) -> Result<(), StoreError> {
    care::find(connection, staff, duo).await?;
    let before = find(connection, duo).await?.ok_or(StoreError::NotFound)?;
    if state(connection, duo).await?.1 != version {
        return Err(StoreError::Stale);
    }
    // Who closed it stays who closed it.
    write(connection, duo, &closure, before.by, before.at).await?;
    next_version(connection, duo).await
}

async fn next_version(connection: &mut SqliteConnection, duo: DuoId) -> Result<(), StoreError> {
    sqlx::query("update duos set version = version + 1 where id = ?")
        .bind(duo.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// Until when a closing can be undone: not once the mentee has another mentor, and not once one
/// of the two left.
pub(super) async fn undo_until(
    connection: &mut SqliteConnection,
    duo: DuoId,
    closed: &Closed,
    now: Timestamp,
) -> Result<Option<Timestamp>, StoreError> {
    let until = closed.at.plus_days(UNDO_CLOSING_DAYS);
    let stands_alone: bool = sqlx::query_scalar(
        "select not exists (select 1 from duos newer where newer.board = duos.board
                            and newer.id <> duos.id
                            and (newer.ended is null or newer.created > duos.created))
            and not exists (select 1 from people where people.ended is not null
                            and people.id in (duos.mentor, boards.mentee))
         from duos join boards on boards.id = duos.board where duos.id = ?",
    )
    .bind(duo.0)
    .fetch_one(connection)
    .await?;
    Ok(Some(until).filter(|until| now < *until && stands_alone))
}

pub(super) async fn undo(
    connection: &mut SqliteConnection,
    staff: PersonId,
    duo: DuoId,
    version: u64,
    now: Timestamp,
) -> Result<(), StoreError> {
    care::find(connection, staff, duo).await?;
    let closed = find(connection, duo).await?.ok_or(StoreError::NotFound)?;
    if state(connection, duo).await?.1 != version {
        return Err(StoreError::Stale);
    }
    if undo_until(connection, duo, &closed, now).await?.is_none() {
        return Err(StoreError::Conflict);
    }
    sqlx::query("delete from closures where duo = ?").bind(duo.0).execute(&mut *connection).await?;
    sqlx::query(
        "update duos set ended = null, shared_until = null, version = version + 1 where id = ?",
    )
    .bind(duo.0)
    .execute(connection)
    .await?;
    Ok(())
}
