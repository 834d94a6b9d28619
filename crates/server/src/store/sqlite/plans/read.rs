//! Reads the plan of a duo: days, listed words and the names that staff wrote.

use super::{boards, care, closing, day};
use crate::{
    local,
    store::{StoreError, sqlite::settings},
};
use board::{
    health::{board::pause, facts::WEEKS},
    id::{BoardId, BranchId, BreakId, DuoId, PersonId},
    item::Item,
    protocol::{
        boards::PersonName,
        plans::{ChangePlan, ClosureInfo, DuoPlan, KnownMentor, OfficeBreak, OwnBreak},
    },
    slug::Slug,
    time::Timestamp,
};
use chrono::{Days, NaiveDate};
use sqlx::SqliteConnection;
use uuid::Uuid;

/// A row: version, branch, both people with their names, start, planned end, cadence, coordinator,
/// sector, ended, whether the mentee left, the newer duo.
type Columns = (
    i64,
    Uuid,
    Uuid,
    String,
    Uuid,
    String,
    Option<String>,
    i64,
    Option<Uuid>,
    Option<String>,
    Option<i64>,
    bool,
    Option<Uuid>,
);

pub(super) async fn plan(
    connection: &mut SqliteConnection,
    staff: PersonId,
    duo: DuoId,
    now: Timestamp,
) -> Result<DuoPlan, StoreError> {
    let found = care::find(connection, staff, duo).await?;
    let row: Columns = sqlx::query_as(
        "select duos.version, duos.branch, mentee.id, mentee.name, mentor.id, mentor.name,
                duos.planned_end, duos.cadence_days, duos.coordinator, duos.sector, duos.ended,
                mentee.ended is not null,
                (select newer.id from duos newer where newer.board = duos.board
                 and newer.id <> duos.id and newer.created >= duos.created
                 order by newer.created desc limit 1)
         from duos join boards on boards.id = duos.board
         join people mentee on mentee.id = boards.mentee
         join people mentor on mentor.id = duos.mentor
         where duos.id = ?",
    )
    .bind(duo.0)
    .fetch_one(&mut *connection)
    .await?;
    let (version, branch, mentee, mentee_name, mentor, mentor_name, planned_end, cadence, ..) =
        &row;
    let (.., coordinator, sector, ended, mentee_left, next) = &row;
    let start = found.start;
    let planned_end = match planned_end {
        Some(text) => day(text)?,
        None => start.checked_add_days(Days::new(u64::from(WEEKS) * 7)).unwrap_or(start),
    };
    let closed = closing::find(connection, duo).await?;
    let closed_on = closed.as_ref().map(|closed| closed.closure.on);
    let ended = closed_on.or(ended.map(|at| local::day(Timestamp(at))));
    let closure = match closed {
        Some(closed) => Some(ClosureInfo {
            closure: closed.closure,
            by: name(connection, closed.by).await?,
            at: closed.at,
            undo_until: closing::undo_until(connection, duo, &closed, now).await?,
        }),
        None => None,
    };
    let next = next.map(DuoId);
    let wait = u64::from(settings::read(connection).await?.0.rematch_days);
    let rematch_from = ended
        .filter(|_| next.is_none() && !*mentee_left)
        .and_then(|ended| ended.checked_add_days(Days::new(wait)));
    Ok(DuoPlan {
        version: boards::count(*version)?,
        today: local::day(now),
        branch: BranchId(*branch),
        mentee: PersonName { id: PersonId(*mentee), name: mentee_name.clone() },
        mentor: PersonName { id: PersonId(*mentor), name: mentor_name.clone() },
        start,
        settings: ChangePlan {
            planned_end,
            cadence_days: u16::try_from(*cadence).unwrap_or(u16::MAX),
            coordinator: coordinator.map(PersonId),
            sector: sector.clone().and_then(|word| Slug::try_from(word).ok()),
        },
        colleagues: colleagues(connection, *branch).await?,
        breaks: breaks(connection, duo).await?,
        own_breaks: own_breaks(connection, found.board, found.mentee, start, ended).await?,
        ended,
        closure,
        rematch_from,
        next,
    })
}

async fn name(
    connection: &mut SqliteConnection,
    person: Option<PersonId>,
) -> Result<String, StoreError> {
    let Some(person) = person else { return Ok(String::new()) };
    let name = sqlx::query_scalar("select name from people where id = ?");
    Ok(name.bind(person.0).fetch_one(connection).await?)
}

/// Those who can look after a duo of this branch.
pub(super) async fn colleagues(
    connection: &mut SqliteConnection,
    branch: Uuid,
) -> Result<Vec<PersonName>, StoreError> {
    let rows: Vec<(Uuid, String)> = sqlx::query_as(
        "select people.id, people.name from people
         join staff_branches on staff_branches.person = people.id
         where staff_branches.branch = ? and people.ended is null
         and people.role in ('coordinator', 'branch_admin', 'organisation_admin')
         order by people.name, people.id",
    )
    .bind(branch)
    .fetch_all(connection)
    .await?;
    let person = |(id, name)| PersonName { id: PersonId(id), name };
    Ok(rows.into_iter().map(person).collect())
}

/// The breaks that coordinators noted, newest first.
pub(super) async fn breaks(
    connection: &mut SqliteConnection,
    duo: DuoId,
) -> Result<Vec<OfficeBreak>, StoreError> {
    let rows: Vec<(Uuid, String, String, Option<String>, String)> = sqlx::query_as(
        "select breaks.id, first, last, breaks.ended, people.name
         from breaks join people on people.id = breaks.author
         where duo = ? order by first desc, breaks.id desc",
    )
    .bind(duo.0)
    .fetch_all(connection)
    .await?;
    let one = |(id, first, last, ended, author): (_, String, String, Option<String>, _)| {
        Ok(OfficeBreak {
            id: BreakId(id),
            from: day(&first)?,
            until: day(&last)?,
            ended: ended.as_deref().map(day).transpose()?,
            author,
        })
    };
    rows.into_iter().map(one).collect()
}

/// The breaks that the two took during this duo. Those of an earlier duo lie in the mentee's own
/// space, where no other kind of break can be.
async fn own_breaks(
    connection: &mut SqliteConnection,
    board: BoardId,
    mentee: PersonId,
    start: NaiveDate,
    ended: Option<NaiveDate>,
) -> Result<Vec<OwnBreak>, StoreError> {
    let texts: Vec<String> = sqlx::query_scalar(
        "select items.json from spaces join items on items.space = spaces.id
         where spaces.board = ? and (spaces.person is null or spaces.person = ?)
         and json_extract(items.json, '$.body.pause.from') is not null",
    )
    .bind(board.0)
    .bind(mentee.0)
    .fetch_all(connection)
    .await?;
    let mut breaks = Vec::new();
    for text in texts {
        let item: Item = serde_json::from_str(&text)?;
        let found = pause(&item, local::day).filter(|_| item.is_live());
        let found = found.filter(|it| start <= it.until && ended.is_none_or(|end| it.from <= end));
        breaks.extend(found.map(|it| OwnBreak { from: it.from, until: it.until }));
    }
    breaks.sort_unstable_by_key(|it| std::cmp::Reverse((it.from, it.until)));
    Ok(breaks)
}

/// The mentors that the branch of a duo knows.
pub(super) async fn mentors(
    connection: &mut SqliteConnection,
    staff: PersonId,
    duo: DuoId,
) -> Result<Vec<KnownMentor>, StoreError> {
    let found = care::find(connection, staff, duo).await?;
    let rows: Vec<(Uuid, String, String, i64)> = sqlx::query_as(
        "select people.id, people.name, people.lang,
                (select count(*) from duos where mentor = people.id and ended is null)
         from people
         where people.role = 'mentor' and people.ended is null and people.id <> ?2
         and exists (select 1 from duos here where here.id = ?1 and (
             exists (select 1 from duos where duos.mentor = people.id
                     and duos.branch = here.branch)
             or exists (select 1 from profiles where profiles.person = people.id
                        and profiles.branch = here.branch)))
         order by people.name, people.id",
    )
    .bind(duo.0)
    .bind(found.mentor.0)
    .fetch_all(connection)
    .await?;
    let one = |(id, name, lang, duos): (Uuid, String, String, i64)| KnownMentor {
        id: PersonId(id),
        name,
        lang,
        duos: u32::try_from(duos).unwrap_or(u32::MAX),
    };
    Ok(rows.into_iter().map(one).collect())
}
