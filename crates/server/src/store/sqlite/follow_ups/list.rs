//! The list of what is still to be asked. One reading of the duos whose time it is; which question
//! is open is decided by the domain.

use super::{Columns, info};
use crate::store::{StoreError, sqlite::tidy::trouble};
use board::{
    id::{DuoId, PersonId},
    office::follow_up::{
        FOLLOW_UP_MONTHS, FollowUpAnswer, OPEN_MONTHS, SOON_DAYS, due_day, open_question,
    },
    protocol::follow_ups::{FollowUpList, FollowUpRow},
};
use chrono::{Days, Months, NaiveDate};
use sqlx::SqliteConnection;
use std::collections::HashMap;
use uuid::Uuid;

/// Days during which an answer that speaks of an outcome is shown.
const TO_NOTE_DAYS: u64 = 60;

/// A duo: id, start, name, language, whether a consent stands, whether one was noted.
type Duo = (Uuid, String, String, String, Option<bool>, bool);

pub(super) async fn read(
    connection: &mut SqliteConnection,
    staff: PersonId,
    today: NaiveDate,
    most: usize,
) -> Result<FollowUpList, StoreError> {
    let months = u32::from(FOLLOW_UP_MONTHS[FOLLOW_UP_MONTHS.len() - 1]) + OPEN_MONTHS;
    let first = today.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN);
    let last = today.checked_sub_months(Months::new(u32::from(FOLLOW_UP_MONTHS[0])));
    let last = last.and_then(|day| day.checked_add_days(Days::new(SOON_DAYS + 3)));
    let (first, last) = (first.to_string(), last.unwrap_or(today).to_string());
    let duos: Vec<Duo> = sqlx::query_as(
        "select duos.id, duos.start, people.name, people.lang,
                (select max(withdrawn is null) from consents
                 where person = people.id and purpose = 'follow_up'),
                exists (select 1 from outcomes where outcomes.duo = duos.id)
         from duos join boards on boards.id = duos.board
         join people on people.id = boards.mentee
         join staff_branches mine on mine.branch = duos.branch
         where mine.person = ? and duos.start between ? and ? and people.ended is null
         and not exists (select 1 from duos newer
                         where newer.board = duos.board and newer.start > duos.start)",
    )
    .bind(staff.0)
    .bind(&first)
    .bind(&last)
    .fetch_all(&mut *connection)
    .await?;
    let mut noted = notes(connection, staff, &first, &last).await?;
    let mut list = FollowUpList::default();
    for (id, start, mentee, lang, agreed, has_outcome) in duos {
        if agreed == Some(false) {
            continue;
        }
        let start: NaiveDate = start.parse().map_err(trouble)?;
        let rows = noted.remove(&id).unwrap_or_default();
        let row = |month: u8| -> Result<FollowUpRow, StoreError> {
            let known = rows.iter().find(|row| row.0 == i64::from(month)).cloned();
            let question = info(month, due_day(start, month), known)?;
            let (mentee, lang) = (mentee.clone(), lang.clone());
            Ok(FollowUpRow { duo: DuoId(id), mentee, lang, agreed, question })
        };
        let is_answered =
            |month: &u8| rows.iter().any(|row| row.0 == i64::from(*month) && row.1.is_some());
        let answered: Vec<u8> = FOLLOW_UP_MONTHS.into_iter().filter(is_answered).collect();
        if let Some(month) = open_question(start, &answered, today) {
            list.due.push(row(month)?);
        }
        let Some(newest) = answered.last().copied() else { continue };
        let row = row(newest)?;
        let may_ask_again = open_question(start, &[], today) == Some(newest);
        if row.question.answer == Some(FollowUpAnswer::Unreachable) && may_ask_again {
            list.unreachable.push(row);
        } else if speaks_of_outcome(&row, today) && !has_outcome {
            list.to_note.push(row);
        }
    }
    for rows in [&mut list.due, &mut list.unreachable, &mut list.to_note] {
        rows.sort_by(|a, b| {
            (a.question.due, &a.mentee, a.duo).cmp(&(b.question.due, &b.mentee, b.duo))
        });
    }
    list.total = u32::try_from(list.due.len()).map_err(trouble)?;
    for rows in [&mut list.due, &mut list.unreachable, &mut list.to_note] {
        rows.truncate(most);
    }
    Ok(list)
}

/// Whether an answer of the last weeks speaks of work or training.
fn speaks_of_outcome(row: &FollowUpRow, today: NaiveDate) -> bool {
    let since = today.checked_sub_days(Days::new(TO_NOTE_DAYS)).unwrap_or(NaiveDate::MIN);
    row.question.answer.is_some_and(|answer| answer.outcome().is_some())
        && row.question.on.is_some_and(|day| day >= since)
}

/// What is noted of these duos, by duo.
async fn notes(
    connection: &mut SqliteConnection,
    staff: PersonId,
    first: &str,
    last: &str,
) -> Result<HashMap<Uuid, Vec<Columns>>, StoreError> {
    type Noted = (Uuid, i64, Option<String>, Option<String>, Option<String>, i64, Option<i64>, i64);
    let rows: Vec<Noted> = sqlx::query_as(
        "select f.duo, f.month, f.answer, f.day, f.channel, f.tries, f.expires, f.version
         from follow_ups f join duos on duos.id = f.duo
         join staff_branches mine on mine.branch = duos.branch
         where mine.person = ? and duos.start between ? and ?",
    )
    .bind(staff.0)
    .bind(first)
    .bind(last)
    .fetch_all(connection)
    .await?;
    let mut by_duo = HashMap::<Uuid, Vec<Columns>>::new();
    for (duo, month, answer, day, channel, tries, expires, version) in rows {
        let row = (month, answer, day, channel, tries, expires, version);
        by_duo.entry(duo).or_default().push(row);
    }
    Ok(by_duo)
}
