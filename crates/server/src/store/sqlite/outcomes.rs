//! What came of duos, in SQLite.

use super::{SqliteStore, boards, care, settings, tidy::trouble};
use crate::store::{StoreError, outcomes::OutcomeStore};
use async_trait::async_trait;
use board::{
    id::{DuoId, PersonId},
    office::outcome::{Contract, Evidence, Outcome, OutcomeKind},
    protocol::outcomes::{NewOutcome, OutcomeInfo},
    time::Timestamp,
};
use sqlx::SqliteConnection;
use uuid::Uuid;

/// A row: id, version, kind, start, contract, months, hours, evidence.
type Columns = (Uuid, i64, String, String, Option<String>, Option<i64>, Option<i64>, String);

#[async_trait]
impl OutcomeStore for SqliteStore {
    async fn outcomes(&self, staff: PersonId, duo: DuoId) -> Result<Vec<OutcomeInfo>, StoreError> {
        let mut connection = self.reader().acquire().await?;
        care::find(&mut connection, staff, duo).await?;
        let durable = settings::read(&mut connection).await?.0.durable_months;
        let rows: Vec<Columns> = sqlx::query_as(
            "select id, version, kind, start, contract, months, hours, evidence
             from outcomes where duo = ? order by start, id",
        )
        .bind(duo.0)
        .fetch_all(&mut *connection)
        .await?;
        rows.into_iter().map(|row| info(row, durable)).collect()
    }

    async fn outcome(
        &self,
        staff: PersonId,
        outcome: Uuid,
    ) -> Result<(DuoId, OutcomeInfo), StoreError> {
        let mut connection = self.reader().acquire().await?;
        let duo = duo_of(&mut connection, staff, outcome).await?;
        let durable = settings::read(&mut connection).await?.0.durable_months;
        let row: Columns = sqlx::query_as(
            "select id, version, kind, start, contract, months, hours, evidence
             from outcomes where id = ?",
        )
        .bind(outcome)
        .fetch_one(&mut *connection)
        .await?;
        Ok((duo, info(row, durable)?))
    }

    async fn add_outcome(
        &self,
        staff: PersonId,
        duo: DuoId,
        new: NewOutcome,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(add(connection, staff, duo, new, at))).await
    }

    async fn change_outcome(
        &self,
        staff: PersonId,
        outcome: Uuid,
        version: u64,
        to: Outcome,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                duo_of(connection, staff, outcome).await?;
                let changed = sqlx::query(
                    "update outcomes set kind = ?, start = ?, contract = ?, months = ?, hours = ?,
                            evidence = ?, author = ?, at = ?, version = version + 1
                     where id = ? and version = ?",
                )
                .bind(to.kind.as_str())
                .bind(to.start.to_string())
                .bind(to.contract.map(Contract::as_str))
                .bind(to.months)
                .bind(to.hours)
                .bind(to.evidence.as_str())
                .bind(staff.0)
                .bind(at.0)
                .bind(outcome)
                .bind(boards::number(version)?)
                .execute(connection)
                .await?;
                if changed.rows_affected() == 0 { Err(StoreError::Stale) } else { Ok(()) }
            })
        })
        .await
    }

    async fn remove_outcome(
        &self,
        staff: PersonId,
        outcome: Uuid,
        version: u64,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                duo_of(connection, staff, outcome).await?;
                let removed = sqlx::query("delete from outcomes where id = ? and version = ?")
                    .bind(outcome)
                    .bind(boards::number(version)?)
                    .execute(connection)
                    .await?;
                if removed.rows_affected() == 0 { Err(StoreError::Stale) } else { Ok(()) }
            })
        })
        .await
    }
}

async fn add(
    connection: &mut SqliteConnection,
    staff: PersonId,
    duo: DuoId,
    NewOutcome { id, outcome }: NewOutcome,
    at: Timestamp,
) -> Result<(), StoreError> {
    care::find(connection, staff, duo).await?;
    let known: Option<Uuid> = sqlx::query_scalar("select duo from outcomes where id = ?")
        .bind(id)
        .fetch_optional(&mut *connection)
        .await?;
    if let Some(known) = known {
        return if known == duo.0 { Ok(()) } else { Err(StoreError::Conflict) };
    }
    sqlx::query(
        "insert into outcomes
            (id, duo, kind, start, contract, months, hours, evidence, author, at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(id)
    .bind(duo.0)
    .bind(outcome.kind.as_str())
    .bind(outcome.start.to_string())
    .bind(outcome.contract.map(Contract::as_str))
    .bind(outcome.months)
    .bind(outcome.hours)
    .bind(outcome.evidence.as_str())
    .bind(staff.0)
    .bind(at.0)
    .execute(connection)
    .await?;
    Ok(())
}

/// What began for a mentee, in all their duos.
pub(super) async fn of_mentee(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Vec<Outcome>, StoreError> {
    let rows: Vec<Columns> = sqlx::query_as(
        "select o.id, o.version, o.kind, o.start, o.contract, o.months, o.hours, o.evidence
         from outcomes o join duos on duos.id = o.duo join boards on boards.id = duos.board
         where boards.mentee = ? order by o.start, o.id",
    )
    .bind(person.0)
    .fetch_all(connection)
    .await?;
    // Whether it lasts is a matter of the association's counting.
    rows.into_iter().map(|row| info(row, u16::MAX).map(|info| info.outcome)).collect()
}

/// The duo of an outcome, when it is in this person's care.
async fn duo_of(
    connection: &mut SqliteConnection,
    staff: PersonId,
    outcome: Uuid,
) -> Result<DuoId, StoreError> {
    let duo: Uuid = sqlx::query_scalar("select duo from outcomes where id = ?")
        .bind(outcome)
        .fetch_one(&mut *connection)
        .await?;
    Ok(care::find(connection, staff, DuoId(duo)).await?.id)
}

fn info(row: Columns, durable: u16) -> Result<OutcomeInfo, StoreError> {
    let (id, version, kind, start, contract, months, hours, evidence) = row;
    let number = |value: Option<i64>| value.map(u16::try_from).transpose().map_err(trouble);
    let contract = contract.map(|word| Contract::from_word(&word).ok_or_else(unknown));
    let outcome = Outcome {
        kind: OutcomeKind::from_word(&kind).ok_or_else(unknown)?,
        start: start.parse().map_err(trouble)?,
        contract: contract.transpose()?,
        months: number(months)?,
        hours: number(hours)?,
        evidence: Evidence::from_word(&evidence).ok_or_else(unknown)?,
    };
    let durable = outcome.is_durable(durable);
    Ok(OutcomeInfo { id, version: boards::count(version)?, outcome, durable })
}

/// A word of a closed list that this program does not know stands in the database.
pub(super) fn unknown() -> StoreError {
    StoreError::Trouble("a word of a newer program stands in the database".into())
}
