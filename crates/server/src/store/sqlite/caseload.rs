//! The duos that a coordinator looks after, in SQLite.

use super::{SqliteStore, boards, facts::Scope, tidy::trouble};
use crate::store::{
    StoreError,
    caseload::{CaseBranch, CaseDuo, CaseloadStore, ChangedDuos},
};
use async_trait::async_trait;
use board::{
    health::{facts::Facts, thresholds::Thresholds},
    id::{BranchId, DuoId, PersonId},
    office::region::Region,
    protocol::boards::PersonName,
};
use futures_util::FutureExt;
use sqlx::{Connection, Row, SqliteConnection, sqlite::SqliteRow};
use std::{collections::HashMap, sync::Arc};
use uuid::Uuid;

/// Most changed duos that are named; beyond, the reader reads the page anew anyway.
const CHANGED_MAX: i64 = 50;

#[async_trait]
impl CaseloadStore for SqliteStore {
    async fn caseload(
        &self,
        staff: PersonId,
        only: Option<DuoId>,
    ) -> Result<Vec<CaseDuo>, StoreError> {
        self.freshen(only.map_or(Scope::Staff(staff), Scope::Duo)).await?;
        let mut connection = self.reader().acquire().await?;
        let mut reading = connection.begin().await?;
        let branches = branches(&mut reading, staff, None).await?;
        let branches: HashMap<_, _> =
            branches.into_iter().map(|branch| (branch.id.0, Arc::new(branch))).collect();
        let rows = duos(&mut reading, staff, only).await?;
        let wanted = rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(13)?)));
        let wanted: Vec<(Uuid, i64)> = wanted.collect::<Result<_, sqlx::Error>>()?;
        let facts = self.facts_of(&mut reading, &wanted).await?;
        // A duo made this very moment is there the next time.
        let known = rows.iter().zip(facts).filter_map(|(row, facts)| Some((row, facts?)));
        known.filter_map(|(row, facts)| case(row, facts, &branches).transpose()).collect()
    }

    async fn case_branch(
        &self,
        staff: PersonId,
        branch: BranchId,
    ) -> Result<CaseBranch, StoreError> {
        let mut connection = self.reader().acquire().await?;
        let mut found = branches(&mut connection, staff, Some(branch)).await?;
        found.pop().ok_or(StoreError::NotFound)
    }

    async fn branch_facts(&self, branch: BranchId) -> Result<Vec<Arc<Facts>>, StoreError> {
        self.freshen(Scope::Branch(branch)).await?;
        let mut connection = self.reader().acquire().await?;
        let mut reading = connection.begin().await?;
        let duos: Vec<(Uuid, i64)> = sqlx::query_as(
            "select duos.id, duo_facts.rev from duos
             join duo_facts on duo_facts.duo = duos.id where duos.branch = ?",
        )
        .bind(branch.0)
        .fetch_all(&mut *reading)
        .await?;
        Ok(self.facts_of(&mut reading, &duos).await?.into_iter().flatten().collect())
    }

    async fn set_thresholds(
        &self,
        branch: BranchId,
        version: u64,
        thresholds: Thresholds,
    ) -> Result<u64, StoreError> {
        let text = changed_only(&thresholds)?;
        self.write(move |connection| {
            async move {
                let stored: i64 =
                    sqlx::query_scalar("select thresholds_version from branches where id = ?")
                        .bind(branch.0)
                        .fetch_one(&mut *connection)
                        .await?;
                if boards::count(stored)? != version {
                    return Err(StoreError::Stale);
                }
                sqlx::query(
                    "update branches set thresholds = ?, thresholds_version = ? where id = ?",
                )
                .bind(text)
                .bind(stored + 1)
                .bind(branch.0)
                .execute(connection)
                .await?;
                boards::count(stored + 1)
            }
            .boxed()
        })
        .await
    }

    async fn changed_duos(
        &self,
        staff: PersonId,
        since: Option<i64>,
    ) -> Result<ChangedDuos, StoreError> {
        let mut connection = self.reader().acquire().await?;
        let mut reading = connection.begin().await?;
        let mark: Option<i64> =
            sqlx::query_scalar("select max(mark) from duo_facts").fetch_one(&mut *reading).await?;
        let mark = mark.unwrap_or(0);
        let Some(since) = since.filter(|since| *since < mark) else {
            return Ok(ChangedDuos { mark, duos: Vec::new() });
        };
        let duos: Vec<Uuid> = sqlx::query_scalar(
            "select duo_facts.duo from duo_facts join duos on duos.id = duo_facts.duo
             join staff_branches mine on mine.branch = duos.branch and mine.person = ?
             where duo_facts.mark > ? order by duo_facts.mark limit ?",
        )
        .bind(staff.0)
        .bind(since)
        .bind(CHANGED_MAX)
        .fetch_all(&mut *reading)
        .await?;
        Ok(ChangedDuos { mark, duos: duos.into_iter().map(DuoId).collect() })
    }
}

/// Only what differs is stored: a default that changes later changes it everywhere else.
fn changed_only(thresholds: &Thresholds) -> Result<String, StoreError> {
    let defaults = Thresholds::default().all();
    let changed = thresholds.all().into_iter().zip(defaults).filter(|(one, other)| one != other);
    let changed: HashMap<_, _> = changed.map(|(one, _)| one).collect();
    Ok(serde_json::to_string(&changed)?)
}

async fn branches(
    connection: &mut SqliteConnection,
    staff: PersonId,
    only: Option<BranchId>,
) -> Result<Vec<CaseBranch>, StoreError> {
    let rows: Vec<(Uuid, String, String, String, i64)> = sqlx::query_as(
        "select branches.id, branches.name, branches.region, branches.thresholds,
                branches.thresholds_version
         from branches join staff_branches mine
         on mine.branch = branches.id and mine.person = ?1
         where ?2 is null or branches.id = ?2",
    )
    .bind(staff.0)
    .bind(only.map(|branch| branch.0))
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|(id, name, region, thresholds, version)| {
            Ok(CaseBranch {
                id: BranchId(id),
                name,
                region: Region::from_word(&region),
                thresholds: serde_json::from_str(&thresholds)?,
                version: boards::count(version)?,
            })
        })
        .collect()
}

async fn duos(
    connection: &mut SqliteConnection,
    staff: PersonId,
    only: Option<DuoId>,
) -> Result<Vec<SqliteRow>, StoreError> {
    let rows = sqlx::query(
        "select duos.id, duos.version, duos.branch, boards.mentee, mentee.name, mentee.lang,
                duos.mentor, mentor.name, mentor.lang, duos.coordinator, coordinator.name,
                duos.sector, duos.start, duo_facts.rev
         from staff_branches mine join duos on duos.branch = mine.branch
         join duo_facts on duo_facts.duo = duos.id
         join boards on boards.id = duos.board
         join people mentee on mentee.id = boards.mentee
         join people mentor on mentor.id = duos.mentor
         left join people coordinator on coordinator.id = duos.coordinator
         where mine.person = ?1 and (?2 is null or duos.id = ?2)",
    );
    Ok(rows.bind(staff.0).bind(only.map(|duo| duo.0)).fetch_all(connection).await?)
}

fn case(
    row: &SqliteRow,
    facts: Arc<Facts>,
    branches: &HashMap<Uuid, Arc<CaseBranch>>,
) -> Result<Option<CaseDuo>, StoreError> {
    let Some(branch) = branches.get(&row.try_get::<Uuid, _>(2)?) else { return Ok(None) };
    let person = |id: usize, name: usize| -> Result<PersonName, StoreError> {
        Ok(PersonName { id: PersonId(row.try_get(id)?), name: row.try_get(name)? })
    };
    let coordinator =
        Option::zip(row.try_get::<Option<Uuid>, _>(9)?, row.try_get::<Option<String>, _>(10)?);
    let sector: Option<String> = row.try_get(11)?;
    let start: String = row.try_get(12)?;
    Ok(Some(CaseDuo {
        id: DuoId(row.try_get(0)?),
        version: boards::count(row.try_get(1)?)?,
        branch: Arc::clone(branch),
        mentee: person(3, 4)?,
        mentee_lang: row.try_get(5)?,
        mentor: person(6, 7)?,
        mentor_lang: row.try_get(8)?,
        coordinator: coordinator.map(|(id, name)| PersonName { id: PersonId(id), name }),
        sector: sector.and_then(|sector| sector.parse().ok()),
        start: start.parse().map_err(trouble)?,
        facts,
    }))
}
