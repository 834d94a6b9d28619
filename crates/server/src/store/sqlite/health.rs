//! What the health of a duo is reckoned from, in SQLite.

use super::{SqliteStore, boards};
use crate::{
    local,
    store::{StoreError, health::HealthStore},
};
use async_trait::async_trait;
use board::{
    actor::Seat,
    event::Change,
    health::{
        board::take_in,
        facts::{Each, Facts},
        plan::changes_plan,
    },
    id::{BoardId, PersonId},
    meeting::DayTime,
    space::Space,
    time::Timestamp,
    world::World,
};
use chrono::NaiveDate;
use sqlx::{Connection, SqliteConnection};
use uuid::Uuid;

/// Rows read at once while looking for the last change of the plan.
const CHUNK: i64 = 200;

#[async_trait]
impl HealthStore for SqliteStore {
    async fn health_facts(
        &self,
        board: BoardId,
        person: PersonId,
        now: Timestamp,
    ) -> Result<(Seat, Facts), StoreError> {
        let mut connection = self.reader().acquire().await?;
        let mut reading = connection.begin().await?;
        let seat = boards::read_seat(&mut reading, board, person, now).await?;
        let mentor = (seat == Seat::Mentor).then_some(person);
        let duo = read_duo(&mut reading, board, mentor).await?;
        Ok((seat, read_facts(&mut reading, board, &duo).await?))
    }
}

/// What the tables say of a duo.
struct Duo {
    people: Each<PersonId>,
    start: NaiveDate,
    cadence_days: u16,
    ended: Option<Timestamp>,
}

/// The duo of a board that runs, or the last one that did; of one mentor, when said so.
async fn read_duo(
    connection: &mut SqliteConnection,
    board: BoardId,
    mentor: Option<PersonId>,
) -> Result<Duo, StoreError> {
    let (mentee, mentor, start, cadence_days, ended): (Uuid, Uuid, String, i64, Option<i64>) =
        sqlx::query_as(
            "select boards.mentee, duos.mentor, duos.start, duos.cadence_days, duos.ended
             from duos join boards on boards.id = duos.board
             where duos.board = ?1 and (?2 is null or duos.mentor = ?2)
             order by duos.ended is null desc, duos.start desc, duos.id desc limit 1",
        )
        .bind(board.0)
        .bind(mentor.map(|mentor| mentor.0))
        .fetch_one(connection)
        .await?;
    Ok(Duo {
        people: Each { mentee: PersonId(mentee), mentor: PersonId(mentor) },
        start: start.parse().map_err(trouble)?,
        cadence_days: u16::try_from(cadence_days).map_err(trouble)?,
        ended: ended.map(Timestamp),
    })
}

async fn read_facts(
    connection: &mut SqliteConnection,
    board: BoardId,
    duo: &Duo,
) -> Result<Facts, StoreError> {
    let mut facts = Facts::of_new_duo(duo.start);
    facts.cadence_days = duo.cadence_days;
    facts.closed = duo.ended.map(local::day);
    let shared = boards::find_space(connection, board, None).await?;
    let own = boards::find_space(connection, board, Some(duo.people.mentee)).await?;
    let world = World {
        shared: boards::read_space(connection, &shared).await?,
        private: boards::read_space(connection, &own).await?,
    };
    take_in(&mut facts, &world, &duo.people, local::day);
    let begun = local::moment(duo.start, DayTime(0)).timestamp_millis();
    // What somebody keeps to themselves is no news to the other one, not even as a day.
    let world = World { shared: world.shared, private: Space::default() };
    for (seat, person) in duo.people.both() {
        let changed = plan_changed(connection, &world, shared.id, *person, begun).await?;
        let asked = open_help(connection, board, *person).await?;
        match seat {
            Seat::Mentee => {
                facts.plan_changed.mentee = changed;
                facts.help.mentee = asked;
            }
            Seat::Mentor => {
                facts.plan_changed.mentor = changed;
                facts.help.mentor = asked;
            }
        }
    }
    Ok(facts)
}

/// The day on which a person last changed the shared plan, since the duo began.
async fn plan_changed(
    connection: &mut SqliteConnection,
    world: &World,
    space: Uuid,
    person: PersonId,
    begun: i64,
) -> Result<Option<NaiveDate>, StoreError> {
    let mut before = i64::MAX;
    loop {
        let rows: Vec<(i64, i64, String)> = sqlx::query_as(
            "select rev, at, change from events
             where space = ? and author = ? and rev < ? and at >= ? order by rev desc limit ?",
        )
        .bind(space)
        .bind(person.0)
        .bind(before)
        .bind(begun)
        .bind(CHUNK)
        .fetch_all(&mut *connection)
        .await?;
        for (_, at, change) in &rows {
            let change: Change = serde_json::from_str(change)?;
            if changes_plan(&change, world) {
                return Ok(Some(local::day(Timestamp(*at))));
            }
        }
        match rows.last() {
            Some((rev, ..)) if rows.len() as i64 == CHUNK => before = *rev,
            _ => return Ok(None),
        }
    }
}

/// Since when a person waits for a call.
async fn open_help(
    connection: &mut SqliteConnection,
    board: BoardId,
    person: PersonId,
) -> Result<Option<NaiveDate>, StoreError> {
    let first: Option<i64> = sqlx::query_scalar(
        "select min(at) from help_requests where board = ? and person = ? and answered is null",
    )
    .bind(board.0)
    .bind(person.0)
    .fetch_one(connection)
    .await?;
    Ok(first.map(|at| local::day(Timestamp(at))))
}

fn trouble(error: impl std::error::Error + Send + Sync + 'static) -> StoreError {
    StoreError::Trouble(Box::new(error))
}
