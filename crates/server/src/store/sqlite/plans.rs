//! Plans of duos in SQLite: days, breaks, ends, and what comes after. Reading is in `read`,
//! closing in `closing`.

mod closing;
mod read;

use super::{SqliteStore, boards, care, contacts::day, take_back};
use crate::{
    ids,
    store::{StoreError, account::Reader, plans::PlanStore},
};
use async_trait::async_trait;
use board::{
    id::{BoardId, BranchId, BreakId, DuoId, PersonId},
    office::closure::Closure,
    protocol::{
        boards::PersonName,
        plans::{ChangePlan, DuoPlan, KnownMentor, NewBreak, OfficeBreak, ViewChoice},
    },
    slug::Slug,
    time::Timestamp,
};
use chrono::NaiveDate;
use sqlx::{Connection, SqliteConnection};
use uuid::Uuid;

#[async_trait]
impl PlanStore for SqliteStore {
    async fn duo_plan(
        &self,
        staff: PersonId,
        duo: DuoId,
        now: Timestamp,
    ) -> Result<DuoPlan, StoreError> {
        let mut connection = self.reader().acquire().await?;
        let mut reading = connection.begin().await?;
        read::plan(&mut reading, staff, duo, now).await
    }

    async fn change_plan(
        &self,
        staff: PersonId,
        duo: DuoId,
        version: u64,
        plan: ChangePlan,
    ) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(change(connection, staff, duo, version, plan))).await
    }

    async fn add_break(
        &self,
        staff: PersonId,
        duo: DuoId,
        new: NewBreak,
        at: Timestamp,
    ) -> Result<OfficeBreak, StoreError> {
        self.write(move |connection| Box::pin(add_break(connection, staff, duo, new, at))).await
    }

    async fn end_break(
        &self,
        staff: PersonId,
        id: BreakId,
        day: NaiveDate,
    ) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(end_break(connection, staff, id, day))).await
    }

    async fn close_duo(
        &self,
        staff: PersonId,
        duo: DuoId,
        closure: Closure,
        at: Timestamp,
    ) -> Result<Reader, StoreError> {
        self.write(move |connection| Box::pin(closing::close(connection, staff, duo, closure, at)))
            .await
    }

    async fn change_closure(
        &self,
        staff: PersonId,
        duo: DuoId,
        version: u64,
        closure: Closure,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(closing::change(connection, staff, duo, version, closure))
        })
        .await
    }

    async fn undo_closure(
        &self,
        staff: PersonId,
        duo: DuoId,
        version: u64,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(closing::undo(connection, staff, duo, version, now)))
            .await
    }

    async fn colleagues(&self, branch: BranchId) -> Result<Vec<PersonName>, StoreError> {
        let mut connection = self.reader().acquire().await?;
        read::colleagues(&mut connection, branch.0).await
    }

    async fn known_mentors(
        &self,
        staff: PersonId,
        duo: DuoId,
    ) -> Result<Vec<KnownMentor>, StoreError> {
        let mut connection = self.reader().acquire().await?;
        read::mentors(&mut connection, staff, duo).await
    }

    async fn view_choice(
        &self,
        board: BoardId,
        mentee: PersonId,
    ) -> Result<ViewChoice, StoreError> {
        let mut connection = self.reader().acquire().await?;
        take_back::choice(&mut connection, board, mentee).await
    }

    async fn end_view_choice(
        &self,
        board: BoardId,
        mentee: PersonId,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(take_back::end_choice(connection, board, mentee, at)))
            .await
    }
}

/// Whether the duo runs, and its version.
async fn state(connection: &mut SqliteConnection, duo: DuoId) -> Result<(bool, u64), StoreError> {
    let (runs, version): (bool, i64) =
        sqlx::query_as("select ended is null, version from duos where id = ?")
            .bind(duo.0)
            .fetch_one(connection)
            .await?;
    Ok((runs, boards::count(version)?))
}

async fn change(
    connection: &mut SqliteConnection,
    staff: PersonId,
    duo: DuoId,
    version: u64,
    plan: ChangePlan,
) -> Result<(), StoreError> {
    care::find(connection, staff, duo).await?;
    match state(connection, duo).await? {
        (false, _) => return Err(StoreError::Conflict),
        (true, known) if known != version => return Err(StoreError::Stale),
        _ => {}
    }
    sqlx::query(
        "update duos set planned_end = ?, cadence_days = ?, coordinator = ?, sector = ?,
                         version = version + 1
         where id = ?",
    )
    .bind(plan.planned_end.to_string())
    .bind(i64::from(plan.cadence_days))
    .bind(plan.coordinator.map(|coordinator| coordinator.0))
    .bind(plan.sector.as_ref().map(Slug::to_string))
    .bind(duo.0)
    .execute(connection)
    .await?;
    Ok(())
}

async fn add_break(
    connection: &mut SqliteConnection,
    staff: PersonId,
    duo: DuoId,
    new: NewBreak,
    at: Timestamp,
) -> Result<OfficeBreak, StoreError> {
    care::find(connection, staff, duo).await?;
    if !state(connection, duo).await?.0 {
        return Err(StoreError::Conflict);
    }
    let same: Option<Uuid> = sqlx::query_scalar(
        "select id from breaks where duo = ? and first = ? and last = ? and ended is null",
    )
    .bind(duo.0)
    .bind(new.from.to_string())
    .bind(new.until.to_string())
    .fetch_optional(&mut *connection)
    .await?;
    let id = match same {
        Some(id) => id,
        None => {
            let id = ids::new_id(at);
            insert_break(connection, staff, duo, BreakId(id), &new, at).await?;
            id
        }
    };
    let breaks = read::breaks(connection, duo).await?;
    breaks.into_iter().find(|it| it.id == BreakId(id)).ok_or(StoreError::NotFound)
}

/// Adds a break.
pub(super) async fn insert_break(
    connection: &mut SqliteConnection,
    author: PersonId,
    duo: DuoId,
    id: BreakId,
    new: &NewBreak,
    at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query("insert into breaks (id, duo, first, last, author, at) values (?, ?, ?, ?, ?, ?)")
        .bind(id.0)
        .bind(duo.0)
        .bind(new.from.to_string())
        .bind(new.until.to_string())
        .bind(author.0)
        .bind(at.0)
        .execute(connection)
        .await?;
    Ok(())
}

async fn end_break(
    connection: &mut SqliteConnection,
    staff: PersonId,
    id: BreakId,
    on: NaiveDate,
) -> Result<(), StoreError> {
    let (duo, first, last): (Uuid, String, String) =
        sqlx::query_as("select duo, first, last from breaks where id = ?")
            .bind(id.0)
            .fetch_one(&mut *connection)
            .await?;
    care::find(connection, staff, DuoId(duo)).await?;
    if !state(connection, DuoId(duo)).await?.0 {
        return Err(StoreError::Conflict);
    }
    if day(&last)? < on {
        return Ok(());
    }
    // One that has not begun yet never takes place.
    let ended = on.max(day(&first)?);
    sqlx::query("update breaks set ended = coalesce(ended, ?) where id = ?")
        .bind(ended.to_string())
        .bind(id.0)
        .execute(connection)
        .await?;
    Ok(())
}
