//! Invitations in SQLite. That one is used once is decided inside the write transaction.

use super::{people::person, sessions};
use crate::store::{
    StoreError,
    people::{Invitation, KeyHash, NewInvitation, NewSession},
};
use board::{
    id::{InvitationId, PersonId, SessionId},
    protocol::duos::{InvitationState, InvitationStatus},
    time::Timestamp,
};
use sqlx::{SqliteConnection, SqlitePool};
use uuid::Uuid;

/// The columns that say what became of an invitation: id, expires, used, device, ended.
pub(super) type StateColumns = (Uuid, i64, Option<i64>, Option<String>, Option<i64>);

pub(super) fn state(row: StateColumns, now: Timestamp) -> InvitationState {
    let (id, expires, used, device, ended) = row;
    let status = match (ended, used) {
        (Some(_), _) => InvitationStatus::Ended,
        (None, Some(_)) => InvitationStatus::Used,
        (None, None) if expires <= now.0 => InvitationStatus::Expired,
        (None, None) => InvitationStatus::Waiting,
    };
    InvitationState {
        id: InvitationId(id),
        status,
        expires: Timestamp(expires),
        used: used.map(Timestamp),
        device,
    }
}

/// Stores an invitation. A code may wait for one person at a time.
pub(super) async fn insert(
    connection: &mut SqliteConnection,
    new: &NewInvitation,
) -> Result<(), StoreError> {
    let taken: bool = sqlx::query_scalar(
        "select exists (select 1 from invitations
         where code = ? and used is null and ended is null and expires > ?)",
    )
    .bind(new.code.to_vec())
    .bind(new.created.0)
    .fetch_one(&mut *connection)
    .await?;
    let left: bool = sqlx::query_scalar(
        "select exists (select 1 from people where id = ? and ended is not null)",
    )
    .bind(new.person.0)
    .fetch_one(&mut *connection)
    .await?;
    // Whoever left does not come back under the same row.
    if taken || left {
        return Err(StoreError::Conflict);
    }
    sqlx::query(
        "insert into invitations (id, person, token, code, created, expires)
         values (?, ?, ?, ?, ?, ?)",
    )
    .bind(new.id.0)
    .bind(new.person.0)
    .bind(new.token.to_vec())
    .bind(new.code.to_vec())
    .bind(new.created.0)
    .bind(new.expires.0)
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn replace(
    connection: &mut SqliteConnection,
    new: NewInvitation,
    end_sessions: bool,
) -> Result<Vec<SessionId>, StoreError> {
    sqlx::query(
        "update invitations set ended = ? where person = ? and used is null and ended is null",
    )
    .bind(new.created.0)
    .bind(new.person.0)
    .execute(&mut *connection)
    .await?;
    insert(connection, &new).await?;
    if end_sessions { sessions::end_all(connection, new.person).await } else { Ok(Vec::new()) }
}

pub(super) async fn find(
    pool: &SqlitePool,
    key: KeyHash,
    now: Timestamp,
) -> Result<Option<Invitation>, StoreError> {
    let (token, code) = match key {
        KeyHash::Token(hash) => (Some(hash.to_vec()), None),
        KeyHash::Code(hash) => (None, Some(hash.to_vec())),
    };
    type Columns =
        (Uuid, i64, Option<i64>, Option<String>, Option<i64>, Uuid, String, String, String);
    // Hashes are compared, not secrets: the time it takes tells nothing that helps.
    let row: Option<Columns> = sqlx::query_as(
        "select i.id, i.expires, i.used, i.device, i.ended, p.id, p.role, p.name, p.lang
         from invitations i join people p on p.id = i.person
         where i.token = ?1 or i.code = ?2
         order by (i.used is null and i.ended is null and i.expires > ?3) desc, i.created desc
         limit 1",
    )
    .bind(token)
    .bind(code)
    .bind(now.0)
    .fetch_optional(pool)
    .await?;
    let Some((id, expires, used, device, ended, who, role, name, lang)) = row else {
        return Ok(None);
    };
    let other: Option<String> = sqlx::query_scalar(
        "select people.name from duos join boards on boards.id = duos.board
         join people on people.id = iif(duos.mentor = ?1, boards.mentee, duos.mentor)
         where ?1 in (duos.mentor, boards.mentee) and duos.ended is null
         order by duos.start desc, duos.id desc limit 1",
    )
    .bind(who)
    .fetch_optional(pool)
    .await?;
    let state = state((id, expires, used, device, ended), now);
    Ok(Some(Invitation { state, person: person((who, role, name, lang)), other }))
}

pub(super) async fn enter(
    connection: &mut SqliteConnection,
    invitation: InvitationId,
    session: NewSession,
    replaces: Option<SessionId>,
) -> Result<(), StoreError> {
    let person: Option<Uuid> = sqlx::query_scalar(
        "update invitations set used = ?1, device = ?2
         where id = ?3 and used is null and ended is null and expires > ?1 returning person",
    )
    .bind(session.created.0)
    .bind(session.label.clone())
    .bind(invitation.0)
    .fetch_optional(&mut *connection)
    .await?;
    let person = person.ok_or(StoreError::Conflict)?;
    if let Some(replaced) = replaces {
        sqlx::query("delete from sessions where id = ?")
            .bind(replaced.0)
            .execute(&mut *connection)
            .await?;
    }
    sessions::insert(connection, person, invitation, &session).await
}

pub(super) async fn end(
    connection: &mut SqliteConnection,
    invitation: InvitationId,
    now: Timestamp,
) -> Result<Vec<SessionId>, StoreError> {
    sqlx::query("update invitations set ended = coalesce(ended, ?) where id = ?")
        .bind(now.0)
        .bind(invitation.0)
        .execute(&mut *connection)
        .await?;
    let ended: Vec<Uuid> =
        sqlx::query_scalar("delete from sessions where invitation = ? returning id")
            .bind(invitation.0)
            .fetch_all(connection)
            .await?;
    Ok(ended.into_iter().map(SessionId).collect())
}

pub(super) async fn confirm(
    connection: &mut SqliteConnection,
    invitation: InvitationId,
) -> Result<(), StoreError> {
    sqlx::query("update invitations set confirmed = 1 where id = ? and used is not null")
        .bind(invitation.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// Whom the invitations of a duo are for.
pub(super) async fn of_people(
    pool: &SqlitePool,
    people: [PersonId; 2],
    created: Timestamp,
) -> Result<Vec<NewInvitation>, StoreError> {
    type Columns = (Uuid, Uuid, Vec<u8>, Vec<u8>, i64, i64);
    let rows: Vec<Columns> = sqlx::query_as(
        "select id, person, token, code, created, expires from invitations
         where person in (?1, ?2) and created = ?3 order by person = ?1 desc",
    )
    .bind(people[0].0)
    .bind(people[1].0)
    .bind(created.0)
    .fetch_all(pool)
    .await?;
    let hash = |bytes: Vec<u8>| bytes.try_into().unwrap_or_default();
    let invitation = |(id, person, token, code, created, expires)| NewInvitation {
        id: InvitationId(id),
        person: PersonId(person),
        token: hash(token),
        code: hash(code),
        created: Timestamp(created),
        expires: Timestamp(expires),
    };
    Ok(rows.into_iter().map(invitation).collect())
}
