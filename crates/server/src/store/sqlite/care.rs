//! Which duo is in whose care, in SQLite.

use super::{SqliteStore, people, tidy::trouble};
use crate::store::{
    StoreError,
    care::{CareStore, CaredDuo},
    people::Person,
};
use async_trait::async_trait;
use board::{
    actor::Role,
    id::{BoardId, DuoId, PersonId},
};
use sqlx::SqliteConnection;
use uuid::Uuid;

#[async_trait]
impl CareStore for SqliteStore {
    async fn cared_duo(&self, staff: PersonId, duo: DuoId) -> Result<CaredDuo, StoreError> {
        let mut connection = self.reader().acquire().await?;
        find(&mut connection, staff, duo).await
    }

    async fn cared_person(&self, staff: PersonId, person: PersonId) -> Result<Person, StoreError> {
        let mut connection = self.reader().acquire().await?;
        self::person(&mut connection, staff, person).await?.ok_or(StoreError::NotFound)
    }

    async fn is_cared_mentee(&self, staff: PersonId, person: PersonId) -> Result<bool, StoreError> {
        match self.cared_person(staff, person).await {
            Ok(found) => Ok(found.role == Role::Mentee),
            Err(StoreError::NotFound) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// A mentee or mentor whom a branch of `staff` looks after today.
pub(super) async fn person(
    connection: &mut SqliteConnection,
    staff: PersonId,
    person: PersonId,
) -> Result<Option<Person>, StoreError> {
    let row: Option<people::PersonColumns> = sqlx::query_as(
        "with theirs as (
             select duos.ended is null as runs, duos.branch in (
                 select branch from staff_branches where person = ?1) as mine
             from duos join boards on boards.id = duos.board
             where ?2 in (duos.mentor, boards.mentee)),
         waits as (
             select 1 from profiles join staff_branches mine on mine.branch = profiles.branch
             where mine.person = ?1 and profiles.person = ?2)
         select id, role, name, lang from people
         where id = ?2 and ended is null and role in ('mentee', 'mentor') and (
             exists (select 1 from theirs where runs and mine)
             or (role = 'mentor' and exists (select 1 from waits))
             or (not exists (select 1 from theirs where runs)
                 and (exists (select 1 from theirs where mine)
                      or exists (select 1 from waits))))",
    )
    .bind(staff.0)
    .bind(person.0)
    .fetch_optional(connection)
    .await?;
    Ok(row.map(people::person))
}

/// The duo, or [`StoreError::NotFound`], also for one of another branch.
pub(super) async fn find(
    connection: &mut SqliteConnection,
    staff: PersonId,
    duo: DuoId,
) -> Result<CaredDuo, StoreError> {
    let (board, mentee, mentor, start): (Uuid, Uuid, Uuid, String) = sqlx::query_as(
        "select duos.board, boards.mentee, duos.mentor, duos.start
         from duos join boards on boards.id = duos.board
         join staff_branches mine on mine.branch = duos.branch
         where duos.id = ? and mine.person = ?",
    )
    .bind(duo.0)
    .bind(staff.0)
    .fetch_one(connection)
    .await?;
    Ok(CaredDuo {
        id: duo,
        board: BoardId(board),
        mentee: PersonId(mentee),
        mentor: PersonId(mentor),
        start: start.parse().map_err(trouble)?,
    })
}
