//! Whom a coordinator is to call. It needs no board: talks, requests for help and days are enough.

use super::{SqliteStore, day, unknown};
use crate::{local, store::StoreError};
use board::{
    actor::Seat,
    health::{facts::Facts, thresholds::Thresholds},
    id::{DuoId, PersonId},
    office::contact::{SpokeWith, Spoken, Task, TaskKind, tasks},
    protocol::{
        contacts::{CALENDAR_DAYS, CALENDAR_MAX, ContactCalendar, ContactTask},
        help::HelpTopic,
    },
    time::Timestamp,
};
use chrono::Days;
use sqlx::{Connection, SqliteConnection};
use std::collections::HashMap;
use uuid::Uuid;

/// A running duo, and all that was said and asked in it.
struct Duo {
    id: DuoId,
    facts: Facts,
    spoken: Vec<Spoken>,
    names: [String; 2],
    branch_name: String,
    thresholds: Thresholds,
    /// The oldest request of the mentee and of the mentor.
    help: [Option<(Uuid, HelpTopic)>; 2],
}

pub(super) async fn calendar(
    store: &SqliteStore,
    staff: PersonId,
    only_mine: bool,
    now: Timestamp,
) -> Result<ContactCalendar, StoreError> {
    let mut connection = store.reader().acquire().await?;
    let mut reading = connection.begin().await?;
    let mut duos = read_duos(&mut reading, staff, only_mine).await?;
    read_spoken(&mut reading, staff, &mut duos).await?;
    read_help(&mut reading, staff, &mut duos).await?;
    let today = local::day(now);
    let horizon = today.checked_add_days(Days::new(CALENDAR_DAYS)).unwrap_or(today);
    let mut lines: Vec<(Task, &Duo)> = duos
        .values()
        .flat_map(|duo| {
            let found = tasks(&duo.facts, &duo.spoken, today, horizon, &duo.thresholds);
            found.into_iter().map(move |task| (task, duo))
        })
        .collect();
    lines.sort_unstable_by_key(|(task, duo)| (*task, duo.id));
    let more = u32::try_from(lines.len().saturating_sub(CALENDAR_MAX)).unwrap_or(u32::MAX);
    lines.truncate(CALENDAR_MAX);
    let tasks = lines.into_iter().map(|(task, duo)| line(task, duo)).collect();
    Ok(ContactCalendar { today, tasks, more })
}

fn line(task: Task, duo: &Duo) -> ContactTask {
    let [mentee, mentor] = &duo.names;
    let [of_mentee, of_mentor] = &duo.help;
    let (name, other, help) = match task.with {
        Seat::Mentee => (mentee, mentor, of_mentee),
        Seat::Mentor => (mentor, mentee, of_mentor),
    };
    let help = help.clone().filter(|_| task.kind == TaskKind::Help);
    let (help, topic) = help.unzip();
    ContactTask {
        duo: duo.id,
        with: task.with,
        name: name.clone(),
        other: other.clone(),
        branch_name: duo.branch_name.clone(),
        due: task.due,
        kind: task.kind,
        help,
        topic,
    }
}

async fn read_duos(
    connection: &mut SqliteConnection,
    staff: PersonId,
    only_mine: bool,
) -> Result<HashMap<Uuid, Duo>, StoreError> {
    let rows: Vec<(Uuid, String, String, String, String, String)> = sqlx::query_as(
        "select duos.id, duos.start, mentee.name, mentor.name, branches.name, branches.thresholds
         from duos join boards on boards.id = duos.board
         join people mentee on mentee.id = boards.mentee
         join people mentor on mentor.id = duos.mentor
         join branches on branches.id = duos.branch
         join staff_branches mine on mine.branch = duos.branch and mine.person = ?1
         where duos.ended is null and (not ?2 or duos.coordinator = ?1)",
    )
    .bind(staff.0)
    .bind(only_mine)
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|(id, start, mentee, mentor, branch_name, thresholds)| {
            let duo = Duo {
                id: DuoId(id),
                facts: Facts::of_new_duo(day(&start)?),
                spoken: Vec::new(),
                names: [mentee, mentor],
                branch_name,
                thresholds: serde_json::from_str(&thresholds)?,
                help: [None, None],
            };
            Ok((id, duo))
        })
        .collect()
}

async fn read_spoken(
    connection: &mut SqliteConnection,
    staff: PersonId,
    duos: &mut HashMap<Uuid, Duo>,
) -> Result<(), StoreError> {
    let rows: Vec<(Uuid, String, String, Option<String>)> = sqlx::query_as(
        "select contacts.duo, contacts.seat, contacts.day, contacts.follow_up
         from contacts join duos on duos.id = contacts.duo
         join staff_branches mine on mine.branch = duos.branch and mine.person = ?
         where duos.ended is null",
    )
    .bind(staff.0)
    .fetch_all(connection)
    .await?;
    for (duo, seat, on, follow_up) in rows {
        let Some(duo) = duos.get_mut(&duo) else { continue };
        let with = SpokeWith::from_word(&seat).ok_or_else(|| unknown(&seat))?;
        let (on, follow_up) = (day(&on)?, follow_up.as_deref().map(day).transpose()?);
        for seat in with.seats() {
            match seat {
                Seat::Mentee => duo.facts.contacts.mentee.push(on),
                Seat::Mentor => duo.facts.contacts.mentor.push(on),
            }
        }
        duo.spoken.push(Spoken { with, day: on, follow_up });
    }
    Ok(())
}

/// The oldest request of each that waits.
async fn read_help(
    connection: &mut SqliteConnection,
    staff: PersonId,
    duos: &mut HashMap<Uuid, Duo>,
) -> Result<(), StoreError> {
    let rows: Vec<(Uuid, bool, Uuid, String, i64)> = sqlx::query_as(
        "select duos.id, help_requests.person = duos.mentor, help_requests.id,
                help_requests.topic, help_requests.at
         from help_requests join duos on duos.board = help_requests.board
         join boards on boards.id = duos.board
         join staff_branches mine on mine.branch = duos.branch and mine.person = ?
         where help_requests.answered is null and duos.ended is null
         and help_requests.person in (duos.mentor, boards.mentee)
         order by help_requests.at, help_requests.id",
    )
    .bind(staff.0)
    .fetch_all(connection)
    .await?;
    for (duo, is_mentor, id, topic, at) in rows {
        let Some(duo) = duos.get_mut(&duo) else { continue };
        let asked = Some(local::day(Timestamp(at)));
        let since = match is_mentor {
            true => &mut duo.facts.help.mentor,
            false => &mut duo.facts.help.mentee,
        };
        *since = since.or(asked);
        duo.help[usize::from(is_mentor)].get_or_insert((id, HelpTopic::from_word(&topic)));
    }
    Ok(())
}
