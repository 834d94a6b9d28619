//! Signed-in devices in SQLite.

use super::people::person;
use crate::store::{
    StoreError,
    people::{Hash, NewSession, SessionRow},
};
use board::{
    id::{InvitationId, PersonId, SessionId},
    time::Timestamp,
};
use sqlx::{SqliteConnection, SqlitePool};
use uuid::Uuid;

/// How long an invitation that is over can still say so.
const INVITATION_MEMORY: i64 = 30 * Timestamp::DAY;
/// How long a repeated request is recognised.
const REQUEST_MEMORY: i64 = 2 * Timestamp::DAY;

type Columns = (Uuid, Uuid, String, String, String, bool, String, i64, i64, i64);

fn session(row: Columns) -> SessionRow {
    let (id, who, role, name, lang, own_device, label, created, last_used, expires) = row;
    SessionRow {
        id: SessionId(id),
        person: person((who, role, name, lang)),
        own_device,
        label,
        created: Timestamp(created),
        last_used: Timestamp(last_used),
        expires: Timestamp(expires),
    }
}

pub(super) async fn find(pool: &SqlitePool, hash: Hash) -> Result<Option<SessionRow>, StoreError> {
    let row: Option<Columns> = sqlx::query_as(
        "select s.id, p.id, p.role, p.name, p.lang, s.own_device, s.label, s.created, s.last_used,
                s.expires
         from sessions s join people p on p.id = s.person where s.hash = ?",
    )
    .bind(hash.to_vec())
    .fetch_optional(pool)
    .await?;
    Ok(row.map(session))
}

pub(super) async fn of_person(
    pool: &SqlitePool,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<SessionRow>, StoreError> {
    let rows: Vec<Columns> = sqlx::query_as(
        "select s.id, p.id, p.role, p.name, p.lang, s.own_device, s.label, s.created, s.last_used,
                s.expires
         from sessions s join people p on p.id = s.person
         where s.person = ? and s.expires > ? order by s.created desc, s.id desc",
    )
    .bind(person.0)
    .bind(now.0)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(session).collect())
}

pub(super) async fn insert(
    connection: &mut SqliteConnection,
    person: Uuid,
    invitation: InvitationId,
    session: &NewSession,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into sessions
            (id, person, invitation, hash, own_device, label, created, last_used, expires)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(session.id.0)
    .bind(person)
    .bind(invitation.0)
    .bind(session.hash.to_vec())
    .bind(session.own_device)
    .bind(session.label.clone())
    .bind(session.created.0)
    .bind(crate::sessions::to_the_hour(session.created).0)
    .bind(session.expires.0)
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn note_use(
    connection: &mut SqliteConnection,
    session: SessionId,
    last_used: Timestamp,
    expires: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query("update sessions set last_used = ?, expires = ? where id = ?")
        .bind(last_used.0)
        .bind(expires.0)
        .bind(session.0)
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn end(
    connection: &mut SqliteConnection,
    person: PersonId,
    session: SessionId,
) -> Result<(), StoreError> {
    let ended = sqlx::query("delete from sessions where id = ? and person = ?")
        .bind(session.0)
        .bind(person.0)
        .execute(connection)
        .await?;
    if ended.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
}

/// Ends every session of a person.
pub(super) async fn end_all(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Vec<SessionId>, StoreError> {
    let ended: Vec<Uuid> = sqlx::query_scalar("delete from sessions where person = ? returning id")
        .bind(person.0)
        .fetch_all(connection)
        .await?;
    Ok(ended.into_iter().map(SessionId).collect())
}

pub(super) async fn sweep(
    connection: &mut SqliteConnection,
    now: Timestamp,
) -> Result<Vec<SessionId>, StoreError> {
    let ended: Vec<Uuid> =
        sqlx::query_scalar("delete from sessions where expires <= ? returning id")
            .bind(now.0)
            .fetch_all(&mut *connection)
            .await?;
    sqlx::query("delete from invitations where coalesce(ended, used, expires) < ?")
        .bind(now.0 - INVITATION_MEMORY)
        .execute(&mut *connection)
        .await?;
    sqlx::query("delete from requests where at < ?")
        .bind(now.0 - REQUEST_MEMORY)
        .execute(connection)
        .await?;
    Ok(ended.into_iter().map(SessionId).collect())
}
