//! Figures in SQLite: a few reads over all duos, put together here. Boards are not opened; what
//! figures need of them lies in `duo_facts`.

mod targets;

use super::{SqliteStore, tidy::trouble};
use crate::{
    local,
    store::{
        StoreError,
        figures::{FigureStore, StoredTargets, TargetChanges},
    },
};
use async_trait::async_trait;
use board::{
    health::facts::Facts,
    id::{BranchId, DuoId, PersonId},
    office::{
        closure::{Checklist, ClosureKind},
        demographics::Demographics,
        follow_up::FollowUpAnswer,
        outcome::{Contract, Evidence, Outcome, OutcomeKind},
        record::{DuoRecord, Ended, Followed},
        region::Region,
    },
    protocol::figures::BranchName,
    time::Timestamp,
};
use chrono::NaiveDate;
use sqlx::SqliteConnection;
use std::collections::HashMap;
use uuid::Uuid;

#[async_trait]
impl FigureStore for SqliteStore {
    async fn duo_records(&self, demographics: bool) -> Result<Vec<DuoRecord>, StoreError> {
        self.freshen_facts().await?;
        let mut reading = self.reader().begin().await?;
        let mut records = duos(&mut reading).await?;
        let rows: HashMap<DuoId, usize> =
            records.iter().enumerate().map(|(row, record)| (record.duo, row)).collect();
        closures(&mut reading, &rows, &mut records).await?;
        outcomes(&mut reading, &rows, &mut records).await?;
        follow_ups(&mut reading, &rows, &mut records).await?;
        if demographics {
            answers(&mut reading, &mut records).await?;
        }
        Ok(records)
    }

    async fn branch_names(&self) -> Result<Vec<BranchName>, StoreError> {
        let rows: Vec<(Uuid, String, String)> =
            sqlx::query_as("select id, name, region from branches order by name, id")
                .fetch_all(self.reader())
                .await?;
        let branch = |(id, name, region): (Uuid, String, String)| BranchName {
            id: BranchId(id),
            name,
            region: Region::from_word(&region),
        };
        Ok(rows.into_iter().map(branch).collect())
    }

    async fn targets(&self) -> Result<StoredTargets, StoreError> {
        let mut reading = self.reader().begin().await?;
        targets::read(&mut reading).await
    }

    async fn change_targets(&self, to: TargetChanges, version: u64) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(targets::change(connection, to, version))).await
    }
}

/// Duo, mentee, mentor, branch, region, start, planned end, ended, sector, language, facts, tally.
type DuoColumns = (
    Uuid,
    Uuid,
    Uuid,
    Uuid,
    String,
    String,
    Option<String>,
    Option<i64>,
    Option<String>,
    String,
    Option<String>,
    Option<String>,
);

async fn duos(connection: &mut SqliteConnection) -> Result<Vec<DuoRecord>, StoreError> {
    let rows: Vec<DuoColumns> = sqlx::query_as(
        "select duos.id, boards.mentee, duos.mentor, duos.branch, branches.region, duos.start,
                duos.planned_end, duos.ended, duos.sector, people.lang, duo_facts.facts,
                duo_facts.tally
         from duos join boards on boards.id = duos.board
         join branches on branches.id = duos.branch
         join people on people.id = boards.mentee
         left join duo_facts on duo_facts.duo = duos.id
         order by duos.start, duos.id",
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(record).collect()
}

fn record(row: DuoColumns) -> Result<DuoRecord, StoreError> {
    let (
        duo,
        mentee,
        mentor,
        branch,
        region,
        start,
        planned_end,
        ended,
        sector,
        lang,
        facts,
        tally,
    ) = row;
    let start = day(&start)?;
    let mut record =
        DuoRecord::begun(DuoId(duo), [PersonId(mentee), PersonId(mentor)], BranchId(branch), start);
    record.region = Region::from_word(&region);
    if let Some(text) = planned_end {
        record.planned_end = day(&text)?;
    }
    record.ended = ended.map(|at| Ended {
        on: local::day(Timestamp(at)),
        kind: None,
        checklist: Checklist::default(),
    });
    record.sector = sector.and_then(|sector| sector.parse().ok());
    record.lang = lang.parse().ok();
    if let Some(text) = facts {
        record.facts = serde_json::from_str::<Facts>(&text)?;
    }
    if let Some(text) = tally {
        record.tally = serde_json::from_str(&text)?;
    }
    Ok(record)
}

async fn closures(
    connection: &mut SqliteConnection,
    rows: &HashMap<DuoId, usize>,
    records: &mut [DuoRecord],
) -> Result<(), StoreError> {
    type Columns = (Uuid, String, String, bool, bool, bool, bool, bool);
    let closures: Vec<Columns> = sqlx::query_as(
        "select duo, kind, day, notice, talk_mentee, talk_mentor, next_step, contact_rule
         from closures",
    )
    .fetch_all(connection)
    .await?;
    for (duo, kind, on, notice, talk_mentee, talk_mentor, next_step, contact_rule) in closures {
        let checklist = Checklist { notice, talk_mentee, talk_mentor, next_step, contact_rule };
        let ended = Ended { on: day(&on)?, kind: ClosureKind::from_word(&kind), checklist };
        if let Some(row) = rows.get(&DuoId(duo)) {
            records[*row].ended = Some(ended);
        }
    }
    Ok(())
}

async fn outcomes(
    connection: &mut SqliteConnection,
    rows: &HashMap<DuoId, usize>,
    records: &mut [DuoRecord],
) -> Result<(), StoreError> {
    type Columns = (Uuid, String, String, Option<String>, Option<i64>, Option<i64>, String);
    let outcomes: Vec<Columns> = sqlx::query_as(
        "select duo, kind, start, contract, months, hours, evidence from outcomes
         order by duo, start, id",
    )
    .fetch_all(connection)
    .await?;
    for (duo, kind, start, contract, months, hours, evidence) in outcomes {
        // A word of a newer version counts for nothing, rather than as something else.
        let (Some(row), Some(kind)) = (rows.get(&DuoId(duo)), OutcomeKind::from_word(&kind)) else {
            continue;
        };
        records[*row].outcomes.push(Outcome {
            kind,
            start: day(&start)?,
            contract: contract.as_deref().and_then(Contract::from_word),
            months: months.and_then(|months| u16::try_from(months).ok()),
            hours: hours.and_then(|hours| u16::try_from(hours).ok()),
            evidence: Evidence::from_word(&evidence).unwrap_or(Evidence::Declared),
        });
    }
    Ok(())
}

async fn follow_ups(
    connection: &mut SqliteConnection,
    rows: &HashMap<DuoId, usize>,
    records: &mut [DuoRecord],
) -> Result<(), StoreError> {
    let answers: Vec<(Uuid, i64, String, String)> = sqlx::query_as(
        "select duo, month, answer, day from follow_ups
         where answer is not null and day is not null order by duo, month",
    )
    .fetch_all(connection)
    .await?;
    for (duo, month, answer, on) in answers {
        let known = FollowUpAnswer::from_word(&answer).zip(u8::try_from(month).ok());
        if let (Some(row), Some((answer, month))) = (rows.get(&DuoId(duo)), known) {
            records[*row].followed.push(Followed { month, answer, day: day(&on)? });
        }
    }
    Ok(())
}

/// The optional answers, of those who still agree that they are used.
async fn answers(
    connection: &mut SqliteConnection,
    records: &mut [DuoRecord],
) -> Result<(), StoreError> {
    let rows: Vec<(Uuid, String)> =
        sqlx::query_as("select person, answers from demographics").fetch_all(connection).await?;
    let mut known = HashMap::with_capacity(rows.len());
    for (person, text) in rows {
        known.insert(PersonId(person), serde_json::from_str::<Demographics>(&text)?);
    }
    for record in records {
        if let Some(answers) = known.get(&record.mentee) {
            record.demographics = *answers;
        }
    }
    Ok(())
}

fn day(text: &str) -> Result<NaiveDate, StoreError> {
    text.parse().map_err(trouble)
}
