//! Takes the facts of one duo from its board and its rows, in the running transaction.

use super::super::{boards, tidy::trouble};
use crate::{local, store::StoreError};
use board::{
    actor::Seat,
    event::Change,
    health::{
        board::take_in,
        facts::{Each, Facts, Pause},
        plan::changes_plan,
    },
    id::{BoardId, DuoId, PersonId},
    meeting::DayTime,
    office::{
        contact::SpokeWith,
        tally::{self, Tally},
    },
    space::Space,
    time::Timestamp,
    world::World,
};
use chrono::NaiveDate;
use futures_util::TryStreamExt;
use sqlx::SqliteConnection;
use uuid::Uuid;

/// What the tables say of a duo.
struct Duo {
    id: DuoId,
    board: BoardId,
    people: Each<PersonId>,
    start: NaiveDate,
    planned_end: Option<NaiveDate>,
    cadence_days: u16,
    closed: Option<NaiveDate>,
    /// Whether there was another duo on this board before.
    follows: bool,
    /// Whether the board is another duo's by now.
    is_followed: bool,
    /// What was taken before.
    before: Option<Facts>,
    tally: Tally,
}

/// Takes the facts and the counts of a duo and keeps them.
pub(super) async fn store(connection: &mut SqliteConnection, duo: DuoId) -> Result<(), StoreError> {
    let duo = read_duo(connection, duo).await?;
    let shared = boards::find_space(connection, duo.board, None).await?;
    // A board without spaces is erased; what was taken from it before stays.
    let (facts, tally) = if shared.id.is_nil() || duo.is_followed {
        let kept = duo.before.clone().unwrap_or_else(|| Facts::of_new_duo(duo.start));
        (kept, duo.tally.clone())
    } else {
        take(connection, &duo, shared).await?
    };
    let facts = with_rows(connection, &duo, facts).await?;
    sqlx::query(
        "update duo_facts set stale = 0, rev = rev + 1, facts = ?, tally = ? where duo = ?",
    )
    .bind(serde_json::to_string(&facts)?)
    .bind(serde_json::to_string(&tally)?)
    .bind(duo.id.0)
    .execute(connection)
    .await?;
    Ok(())
}

async fn read_duo(connection: &mut SqliteConnection, id: DuoId) -> Result<Duo, StoreError> {
    type Columns = (
        Uuid,
        Uuid,
        Uuid,
        String,
        Option<String>,
        i64,
        Option<i64>,
        Option<String>,
        bool,
        bool,
        Option<String>,
        Option<String>,
    );
    let row: Columns = sqlx::query_as(
        "select duos.board, boards.mentee, duos.mentor, duos.start, duos.planned_end,
                duos.cadence_days, duos.ended, closures.day,
                exists (select 1 from duos older where older.board = duos.board
                        and (older.created, older.id) < (duos.created, duos.id)),
                exists (select 1 from duos newer where newer.board = duos.board
                        and (newer.created, newer.id) > (duos.created, duos.id)),
                duo_facts.facts, duo_facts.tally
         from duos join boards on boards.id = duos.board
         join duo_facts on duo_facts.duo = duos.id
         left join closures on closures.duo = duos.id
         where duos.id = ?",
    )
    .bind(id.0)
    .fetch_one(connection)
    .await?;
    let (
        board,
        mentee,
        mentor,
        start,
        end,
        cadence,
        ended,
        closed,
        follows,
        followed,
        facts,
        tally,
    ) = row;
    // The day a coordinator gave counts before the moment of the press.
    let closed = closed.as_deref().map(day).transpose()?;
    let ended = ended.map(|at| local::day(Timestamp(at)));
    Ok(Duo {
        id,
        board: BoardId(board),
        people: Each { mentee: PersonId(mentee), mentor: PersonId(mentor) },
        start: day(&start)?,
        planned_end: end.as_deref().map(day).transpose()?,
        cadence_days: u16::try_from(cadence).map_err(trouble)?,
        closed: ended.and(closed.or(ended)),
        follows,
        is_followed: followed,
        // Of another version of the program: taken anew.
        before: facts.and_then(|text| serde_json::from_str(&text).ok()),
        tally: tally.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default(),
    })
}

/// Reads the board.
async fn take(
    connection: &mut SqliteConnection,
    duo: &Duo,
    shared: boards::SpaceRow,
) -> Result<(Facts, Tally), StoreError> {
    let mut facts = Facts::of_new_duo(duo.start);
    facts.cadence_days = duo.cadence_days;
    let own = boards::find_space(connection, duo.board, Some(duo.people.mentee)).await?;
    let world = World {
        shared: boards::read_space(connection, &shared).await?,
        private: boards::read_space(connection, &own).await?,
    };
    take_in(&mut facts, &world, &duo.people, local::day);
    // What belongs to a duo before this one, or came after it, is not this one's.
    let first = if duo.follows { duo.start } else { NaiveDate::MIN };
    let last = duo.closed.unwrap_or(NaiveDate::MAX);
    facts.meetings.retain(|meeting| (first..=last).contains(&meeting.day));
    facts.pulses.retain(|pulse| (first..=last).contains(&pulse.day));
    facts.pauses.retain(|pause| (first..=last).contains(&pause.from));
    // What somebody keeps to themselves is no news to the other one, not even as a day.
    let world = World { shared: world.shared, private: Space::default() };
    let begun = local::moment(duo.start, DayTime(0)).timestamp_millis();
    let before = duo.before.as_ref().map(|facts| facts.plan_changed).unwrap_or_default();
    for (seat, person) in duo.people.both() {
        let changed = plan_changed(connection, &world, shared.id, *person, begun).await?;
        let asked = open_help(connection, duo.board, *person).await?;
        // The words of a removed item leave the log; the day on which somebody wrote them stays.
        match seat {
            Seat::Mentee => {
                facts.plan_changed.mentee = changed.max(before.mentee);
                facts.help.mentee = asked;
            }
            Seat::Mentor => {
                facts.plan_changed.mentor = changed.max(before.mentor);
                facts.help.mentor = asked;
            }
        }
    }
    let tally = tally::of(&world, &duo.tally, local::day);
    Ok((facts, tally))
}

/// What the tables say, which no erased board takes away.
async fn with_rows(
    connection: &mut SqliteConnection,
    duo: &Duo,
    mut facts: Facts,
) -> Result<Facts, StoreError> {
    let start = Facts::of_new_duo(duo.start);
    facts.start = duo.start;
    facts.planned_end = duo.planned_end.unwrap_or(start.planned_end);
    facts.closed = duo.closed;
    facts.contacts = contacts(connection, duo.id).await?;
    for pause in breaks(connection, duo.id).await? {
        // Facts that were kept hold them already.
        if !facts.pauses.contains(&pause) {
            facts.pauses.push(pause);
        }
    }
    Ok(facts)
}

async fn contacts(
    connection: &mut SqliteConnection,
    duo: DuoId,
) -> Result<Each<Vec<NaiveDate>>, StoreError> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("select seat, day from contacts where duo = ? order by day")
            .bind(duo.0)
            .fetch_all(connection)
            .await?;
    let mut contacts = Each::<Vec<NaiveDate>>::default();
    for (with, on) in rows {
        let Some(with) = SpokeWith::from_word(&with) else { continue };
        for seat in with.seats() {
            match seat {
                Seat::Mentee => contacts.mentee.push(day(&on)?),
                Seat::Mentor => contacts.mentor.push(day(&on)?),
            }
        }
    }
    Ok(contacts)
}

async fn breaks(connection: &mut SqliteConnection, duo: DuoId) -> Result<Vec<Pause>, StoreError> {
    let rows: Vec<(String, String, Option<String>)> =
        sqlx::query_as("select first, last, ended from breaks where duo = ? order by first")
            .bind(duo.0)
            .fetch_all(connection)
            .await?;
    let mut pauses = Vec::with_capacity(rows.len());
    for (first, last, ended) in rows {
        let (from, last) = (day(&first)?, day(&last)?);
        // Ended early, it ends on the day before.
        let ended = ended.as_deref().map(day).transpose()?.and_then(|day| day.pred_opt());
        let until = ended.map_or(last, |ended| ended.min(last));
        if until >= from {
            pauses.push(Pause { from, until });
        }
    }
    Ok(pauses)
}

/// The day on which a person last changed the shared plan, since the duo began.
async fn plan_changed(
    connection: &mut SqliteConnection,
    world: &World,
    space: Uuid,
    person: PersonId,
    begun: i64,
) -> Result<Option<NaiveDate>, StoreError> {
    let mut rows = sqlx::query_as::<_, (i64, String)>(
        "select at, change from events
         where space = ? and author = ? and at >= ? order by rev desc",
    )
    .bind(space)
    .bind(person.0)
    .bind(begun)
    .fetch(connection);
    while let Some((at, change)) = rows.try_next().await? {
        let change: Change = serde_json::from_str(&change)?;
        if changes_plan(&change, world) {
            return Ok(Some(local::day(Timestamp(at))));
        }
    }
    Ok(None)
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

fn day(text: &str) -> Result<NaiveDate, StoreError> {
    text.parse().map_err(trouble)
}
