//! Ends in SQLite: of an account (M32), of a duo, of what a mentor still reads after it (M35).

use super::{facts, files::as_hash, reminders, sessions, tidy};
use crate::store::{
    StoreError,
    account::{Ended, Reader},
    people::Hash,
};
use board::{
    id::{BoardId, PersonId},
    time::Timestamp,
};
use sqlx::SqliteConnection;
use uuid::Uuid;

pub(super) async fn end_account(
    connection: &mut SqliteConnection,
    person: PersonId,
    at: Timestamp,
) -> Result<Ended, StoreError> {
    let mut ended = Ended {
        sessions: sessions::end_all(connection, person).await?,
        readers: Vec::new(),
        files: Vec::new(),
    };
    facts::settle_mentor(connection, person).await?;
    let own: Vec<Uuid> = sqlx::query_scalar("select id from boards where mentee = ?")
        .bind(person.0)
        .fetch_all(&mut *connection)
        .await?;
    for board in own.into_iter().map(BoardId) {
        ended.files.extend(erase_board(connection, board).await?);
        ended.readers.extend(end_duos(connection, "board", board.0, at).await?);
        ended.readers.push(Reader { board, person });
    }
    ended.readers.extend(end_duos(connection, "mentor", person.0, at).await?);
    erase_spaces(connection, person).await?;
    erase_rows(connection, person).await?;
    sqlx::query("update people set name = '', lang = '', ended = ? where id = ?")
        .bind(at.0)
        .bind(person.0)
        .execute(connection)
        .await?;
    Ok(ended)
}

/// What is kept for reports goes only when the person wants to be gone altogether: after a duo
/// it stays a while without a name (`retention.rs`).
pub(super) async fn forget_answers(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<(), StoreError> {
    for statement in
        ["delete from demographics where person = ?", "delete from consents where person = ?"]
    {
        sqlx::query(statement).bind(person.0).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Takes every word off a board. The board and its duos stay as dates and counts.
async fn erase_board(
    connection: &mut SqliteConnection,
    board: BoardId,
) -> Result<Vec<Hash>, StoreError> {
    facts::settle_board(connection, board).await?;
    for duo in tidy::duos_of_board(connection, board).await? {
        duo.keep_counts(connection).await?;
    }
    let hashes: Vec<Vec<u8>> =
        sqlx::query_scalar("delete from files where board = ? returning sha256")
            .bind(board.0)
            .fetch_all(&mut *connection)
            .await?;
    for statement in [
        "delete from items where space in (select id from spaces where board = ?)",
        "delete from events where space in (select id from spaces where board = ?)",
        "delete from spaces where board = ?",
        "delete from receipts where board = ?",
        "delete from uploads where board = ?",
        "delete from requests where duo in (select id from duos where board = ?)",
    ] {
        sqlx::query(statement).bind(board.0).execute(&mut *connection).await?;
    }
    hashes.iter().map(|hash| as_hash(hash)).collect()
}

/// Ends the running duos of a board or of a mentor, and what is still shared after older ones.
async fn end_duos(
    connection: &mut SqliteConnection,
    of: &'static str,
    id: Uuid,
    at: Timestamp,
) -> Result<Vec<Reader>, StoreError> {
    let statement = match of {
        "board" => {
            "update duos set ended = coalesce(ended, ?), shared_until = null, version = version + 1
             where board = ? and (ended is null or shared_until is not null)
             returning board, mentor"
        }
        _ => {
            "update duos set ended = coalesce(ended, ?), shared_until = null, version = version + 1
             where mentor = ? and (ended is null or shared_until is not null)
             returning board, mentor"
        }
    };
    let rows: Vec<(Uuid, Uuid)> =
        sqlx::query_as(statement).bind(at.0).bind(id).fetch_all(connection).await?;
    Ok(rows.into_iter().map(reader).collect())
}

fn reader((board, person): (Uuid, Uuid)) -> Reader {
    Reader { board: BoardId(board), person: PersonId(person) }
}

/// Empties a person's private spaces of every board.
async fn erase_spaces(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<(), StoreError> {
    for statement in [
        "delete from items where space in (select id from spaces where person = ?)",
        "delete from events where space in (select id from spaces where person = ?)",
        "delete from spaces where person = ?",
    ] {
        sqlx::query(statement).bind(person.0).execute(&mut *connection).await?;
    }
    Ok(())
}

/// What else leads to a person: devices, ways in, their calendar, their calls, what they said of
/// the library's cards. A card of the library itself stays, without its author.
async fn erase_rows(connection: &mut SqliteConnection, person: PersonId) -> Result<(), StoreError> {
    for statement in reminders::ERASE.into_iter().chain([
        "update events set device = null, seq = null
         where device in (select id from devices where person = ?)",
        "delete from receipts where device in (select id from devices where person = ?)",
        "delete from devices where person = ?",
        "delete from invitations where person = ?",
        "delete from calendars where person = ?",
        "delete from uploads where person = ?",
        "delete from drafts where person = ?",
        "delete from mail_addresses where person = ?",
        "delete from help_requests where person = ?",
        "delete from cards where author = ? and state in ('waiting', 'returned')",
        "update cards set author = null, named = 0 where author = ?",
        "update card_history set person = null where person = ?",
        "delete from verdicts where person = ?",
        "delete from profiles where person = ?",
        "update contacts set note = '' where duo in (
             select duos.id from duos join boards on boards.id = duos.board
             where boards.mentee = ?1) or (seat <> 'mentee' and duo in (
             select id from duos where mentor = ?1))",
        "update follow_ups set token = null, expires = null where duo in (
             select duos.id from duos join boards on boards.id = duos.board
             where boards.mentee = ?)",
    ]) {
        sqlx::query(statement).bind(person.0).execute(&mut *connection).await?;
    }
    Ok(())
}

pub(super) async fn share_until(
    connection: &mut SqliteConnection,
    board: BoardId,
    until: Option<Timestamp>,
) -> Result<Vec<Reader>, StoreError> {
    let Some(until) = until else {
        let over: Vec<(Uuid, Uuid)> = sqlx::query_as(
            "update duos set shared_until = null, version = version + 1
             where board = ? and shared_until is not null returning board, mentor",
        )
        .bind(board.0)
        .fetch_all(connection)
        .await?;
        return Ok(over.into_iter().map(reader).collect());
    };
    let newest: (Uuid, Uuid, Option<i64>, Option<i64>) = sqlx::query_as(
        "select duos.id, duos.mentor, duos.ended, people.ended
         from duos join people on people.id = duos.mentor
         where duos.board = ? order by duos.ended is null desc, duos.ended desc limit 1",
    )
    .bind(board.0)
    .fetch_one(&mut *connection)
    .await?;
    let (duo, mentor, ended, left) = newest;
    // While it runs there is nothing to prolong, and nobody to prolong it with once they left.
    if ended.is_none() || left.is_some() {
        return Err(StoreError::Conflict);
    }
    sqlx::query("update duos set shared_until = ?, version = version + 1 where id = ?")
        .bind(until.0)
        .bind(duo)
        .execute(connection)
        .await?;
    Ok(vec![reader((board.0, mentor))])
}
