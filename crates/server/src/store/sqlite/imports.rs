//! Duos that came as a file, in SQLite. All of a list is written in one transaction.

use super::{SqliteStore, duos, people};
use crate::store::{
    StoreError,
    imports::{ImportOutcome, ImportStore, NewImport},
    people::{NewDuoRow, Partner, Person},
};
use async_trait::async_trait;
use board::{
    id::{ImportId, PersonId},
    protocol::imports::ImportInfo,
    time::Timestamp,
};
use sqlx::SqliteConnection;
use uuid::Uuid;

/// Lists that are shown: older ones are past being taken back.
const SHOWN: i64 = 20;

/// What stands in the way of taking a list back: somebody of it came in, wrote, has another duo, or
/// a colleague noted something about one of its duos.
const STUCK: &str = "
    exists (select 1 from import_people mine join invitations on invitations.person = mine.person
            where mine.import = imports.id and invitations.used is not null)
    or exists (select 1 from import_people mine join sessions on sessions.person = mine.person
               where mine.import = imports.id)
    or exists (select 1 from import_duos mine join duos on duos.id = mine.duo
               join spaces on spaces.board = duos.board
               where mine.import = imports.id and spaces.rev > 0)
    or exists (select 1 from import_duos mine join duos on duos.id = mine.duo
               where mine.import = imports.id and duos.ended is not null)
    or exists (select 1 from import_people mine join boards on boards.mentee = mine.person
               join duos on duos.board = boards.id
               where mine.import = imports.id
               and duos.id not in (select duo from import_duos where import = imports.id))
    or exists (select 1 from import_people mine join duos on duos.mentor = mine.person
               where mine.import = imports.id
               and duos.id not in (select duo from import_duos where import = imports.id))
    or exists (select 1 from import_duos mine join contacts on contacts.duo = mine.duo
               where mine.import = imports.id)
    or exists (select 1 from import_duos mine join outcomes on outcomes.duo = mine.duo
               where mine.import = imports.id)";

/// Duos of the list that are none of the business of `?1`.
const FOREIGN: &str = "
    exists (select 1 from import_duos mine join duos on duos.id = mine.duo
            where mine.import = imports.id and duos.branch not in (
                select branch from staff_branches where person = ?1))";

#[async_trait]
impl ImportStore for SqliteStore {
    async fn create_import(&self, import: NewImport) -> Result<ImportOutcome, StoreError> {
        self.write(move |connection| Box::pin(create(connection, import))).await
    }

    async fn imports(&self, staff: PersonId) -> Result<Vec<ImportInfo>, StoreError> {
        type Columns = (Uuid, i64, String, i64, i64, i64, bool);
        let rows: Vec<Columns> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
            "select imports.id, imports.at, people.name,
                    (select count(*) from import_duos where import = imports.id),
                    (select count(*) from import_people where import = imports.id),
                    (select count(*) from import_people mine where mine.import = imports.id
                     and exists (select 1 from invitations
                                 where person = mine.person and used is not null)),
                    not ({STUCK} or {FOREIGN})
             from imports join people on people.id = imports.author
             where imports.undone is null and exists (
                 select 1 from import_duos mine join duos on duos.id = mine.duo
                 join staff_branches on staff_branches.branch = duos.branch
                 where mine.import = imports.id and staff_branches.person = ?1)
             order by imports.at desc, imports.id desc limit ?2"
        )))
        .bind(staff.0)
        .bind(SHOWN)
        .fetch_all(self.reader())
        .await?;
        let number = |value: i64| u32::try_from(value).unwrap_or(u32::MAX);
        let info = |(id, at, author, duos, people, came_in, can_undo): Columns| ImportInfo {
            id: ImportId(id),
            at: Timestamp(at),
            author,
            duos: number(duos),
            people: number(people),
            came_in: number(came_in),
            can_undo,
        };
        Ok(rows.into_iter().map(info).collect())
    }

    async fn undo_import(
        &self,
        staff: PersonId,
        import: ImportId,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(undo(connection, staff, import, at))).await
    }

    async fn still_out(
        &self,
        staff: PersonId,
        import: ImportId,
    ) -> Result<Vec<Person>, StoreError> {
        let rows: Vec<people::PersonColumns> = sqlx::query_as(
            "select people.id, people.role, people.name, people.lang
             from import_duos join duos on duos.id = import_duos.duo
             join boards on boards.id = duos.board
             join import_people on import_people.import = import_duos.import
                 and import_people.person in (boards.mentee, duos.mentor)
             join people on people.id = import_people.person and people.ended is null
             join staff_branches mine on mine.branch = duos.branch and mine.person = ?2
             where import_duos.import = ?1 and duos.ended is null
             and not exists (select 1 from invitations
                             where person = people.id and used is not null)
             group by people.id
             order by min(import_duos.number), people.role",
        )
        .bind(import.0)
        .bind(staff.0)
        .fetch_all(self.reader())
        .await?;
        Ok(rows.into_iter().map(people::person).collect())
    }
}

async fn create(
    connection: &mut SqliteConnection,
    import: NewImport,
) -> Result<ImportOutcome, StoreError> {
    let before: Option<(Vec<u8>, Uuid)> =
        sqlx::query_as("select digest, author from imports where id = ?")
            .bind(import.id.0)
            .fetch_optional(&mut *connection)
            .await?;
    match before {
        Some((digest, author)) if digest == import.digest && author == import.author.0 => {
            return Ok(ImportOutcome::Repeated);
        }
        Some(_) => return Ok(ImportOutcome::Reused),
        None => {}
    }
    sqlx::query("insert into imports (id, author, digest, at) values (?, ?, ?, ?)")
        .bind(import.id.0)
        .bind(import.author.0)
        .bind(import.digest.to_vec())
        .bind(import.at.0)
        .execute(&mut *connection)
        .await?;
    for (duo, number) in import.duos.iter().zip(1i64..) {
        create_row(connection, import.id, number, duo).await?;
    }
    Ok(ImportOutcome::Created)
}

async fn create_row(
    connection: &mut SqliteConnection,
    import: ImportId,
    number: i64,
    duo: &NewDuoRow,
) -> Result<(), StoreError> {
    if duos::insert(connection, duo).await?.is_some() {
        // Somebody changed what the rows were checked against; an error takes all of them back.
        return Err(StoreError::Conflict);
    }
    sqlx::query("insert into import_duos (import, number, duo) values (?, ?, ?)")
        .bind(import.0)
        .bind(number)
        .bind(duo.id.0)
        .execute(&mut *connection)
        .await?;
    for partner in [&duo.mentee, &duo.mentor] {
        if let Partner::New(person) = partner {
            sqlx::query("insert into import_people (import, person) values (?, ?)")
                .bind(import.0)
                .bind(person.id.0)
                .execute(&mut *connection)
                .await?;
        }
    }
    Ok(())
}

async fn undo(
    connection: &mut SqliteConnection,
    staff: PersonId,
    import: ImportId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let stuck: bool = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
        "select {STUCK} or {FOREIGN} from imports where id = ?2 and undone is null"
    )))
    .bind(staff.0)
    .bind(import.0)
    .fetch_one(&mut *connection)
    .await?;
    if stuck {
        return Err(StoreError::Conflict);
    }
    let duos: Vec<(Uuid, Uuid)> = sqlx::query_as(
        "select duos.id, duos.board from import_duos join duos on duos.id = import_duos.duo
         where import_duos.import = ?",
    )
    .bind(import.0)
    .fetch_all(&mut *connection)
    .await?;
    for (duo, board) in duos {
        sqlx::query("delete from duos where id = ?").bind(duo).execute(&mut *connection).await?;
        for statement in ["delete from spaces where board = ?", "delete from boards where id = ?"] {
            sqlx::query(statement).bind(board).execute(&mut *connection).await?;
        }
    }
    let people: Vec<Uuid> = sqlx::query_scalar("select person from import_people where import = ?")
        .bind(import.0)
        .fetch_all(&mut *connection)
        .await?;
    for person in people {
        forget(connection, person, at).await?;
    }
    sqlx::query("update imports set undone = ? where id = ?")
        .bind(at.0)
        .bind(import.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// Removes somebody who never came in. Of whom staff looked at, a row without a name stays: the
/// audit log has no gaps.
pub(super) async fn forget(
    connection: &mut SqliteConnection,
    person: Uuid,
    at: Timestamp,
) -> Result<(), StoreError> {
    for statement in [
        "delete from invitations where person = ?",
        "delete from profiles where person = ?",
        "delete from demographics where person = ?",
        "delete from consents where person = ?",
    ] {
        sqlx::query(statement).bind(person).execute(&mut *connection).await?;
    }
    let seen: bool = sqlx::query_scalar("select exists (select 1 from looks where person = ?)")
        .bind(person)
        .fetch_one(&mut *connection)
        .await?;
    if seen {
        sqlx::query("update people set name = '', lang = '', ended = ? where id = ?")
            .bind(at.0)
            .bind(person)
            .execute(connection)
            .await?;
    } else {
        sqlx::query("delete from people where id = ?").bind(person).execute(connection).await?;
    }
    Ok(())
}
