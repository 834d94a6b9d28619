//! Duos in SQLite, as coordinators see them: names, dates and counts, never a word of a board.

use super::{
    boards::insert_board,
    facts,
    invitations::{self, StateColumns},
    people, take_back,
};
use crate::store::{
    StoreError,
    people::{DuoOutcome, NewDuoRow, NewInvitation, Partner},
};
use board::{
    actor::Role,
    id::{BoardId, BranchId, DuoId, PersonId},
    protocol::duos::{DUOS_MANY, Duo, InvitationState, InvitationStatus, Member},
    slug::Slug,
    time::Timestamp,
};
use chrono::NaiveDate;
use sqlx::{SqliteConnection, SqlitePool};
use std::collections::HashMap;
use uuid::Uuid;

/// An unquestioned arrival stops asking "was this Fatima?" after a week.
const ARRIVAL_SHOWN: i64 = 7 * Timestamp::DAY;

pub(super) async fn create(
    connection: &mut SqliteConnection,
    new: NewDuoRow,
) -> Result<DuoOutcome, StoreError> {
    if let Some(request) = new.request {
        let before: Option<(Vec<u8>, Uuid)> =
            sqlx::query_as("select digest, duo from requests where person = ? and key = ?")
                .bind(request.person.0)
                .bind(request.key.to_vec())
                .fetch_optional(&mut *connection)
                .await?;
        match before {
            Some((digest, duo)) if digest == request.digest => {
                return Ok(DuoOutcome::Repeated(DuoId(duo)));
            }
            Some(_) => return Ok(DuoOutcome::Reused),
            None => {}
        }
    }
    if let Some(refused) = insert(connection, &new).await? {
        return Ok(refused);
    }
    if let Some(request) = new.request {
        sqlx::query("insert into requests (person, key, digest, duo, at) values (?, ?, ?, ?, ?)")
            .bind(request.person.0)
            .bind(request.key.to_vec())
            .bind(request.digest.to_vec())
            .bind(new.id.0)
            .bind(new.created.0)
            .execute(connection)
            .await?;
    }
    Ok(DuoOutcome::Created)
}

/// A duo with its people, its board and its invitations; or why it may not be. Everything is asked
/// before anything is written, so that a refusal leaves nothing behind.
pub(super) async fn insert(
    connection: &mut SqliteConnection,
    new: &NewDuoRow,
) -> Result<Option<DuoOutcome>, StoreError> {
    if let Partner::Known(mentee) = new.mentee
        && !is_free(connection, mentee).await?
    {
        return Ok(Some(DuoOutcome::MenteeTaken));
    }
    if let Partner::Known(mentee) = new.mentee
        && take_back::first_day(connection, mentee).await? > Some(new.start)
    {
        return Ok(Some(DuoOutcome::TooSoon));
    }
    if let Partner::Known(mentor) = new.mentor {
        match running_duos(connection, mentor).await? {
            None => return Ok(Some(DuoOutcome::MentorGone)),
            Some(duos) if duos >= i64::from(DUOS_MANY) && !new.confirm_many => {
                return Ok(Some(DuoOutcome::ManyDuos));
            }
            Some(_) => {}
        }
    }
    for partner in [&new.mentee, &new.mentor] {
        if let Partner::New(person) = partner {
            people::insert(connection, person, new.created).await?;
        }
    }
    let board = match find_board(connection, new.mentee.id()).await? {
        Some(board) => {
            // From here on the board is the new duo's.
            facts::settle_board(connection, board).await?;
            board
        }
        None => insert_board(connection, new.mentee.id(), new.created).await?,
    };
    sqlx::query(
        "insert into duos (id, board, mentor, branch, start, cadence_days, planned_end, sector,
                           coordinator, created)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(new.id.0)
    .bind(board.0)
    .bind(new.mentor.id().0)
    .bind(new.branch.0)
    .bind(new.start.to_string())
    .bind(i64::from(new.cadence_days))
    .bind(new.planned_end.to_string())
    .bind(new.sector.as_ref().map(Slug::to_string))
    .bind(new.coordinator.map(|coordinator| coordinator.0))
    .bind(new.created.0)
    .execute(&mut *connection)
    .await?;
    take_back::run(connection, board, new.mentee.id(), new.id, new.created).await?;
    // Whoever waited for a partner has one; a mentor may take another.
    sqlx::query("update profiles set looking = 0, since = null, version = version + 1 where person = ? and looking = 1")
        .bind(new.mentee.id().0)
        .execute(&mut *connection)
        .await?;
    for invitation in &new.invitations {
        invitations::insert(connection, invitation).await?;
    }
    Ok(None)
}

/// Whether a mentee is there and has no running duo.
async fn is_free(connection: &mut SqliteConnection, mentee: PersonId) -> Result<bool, StoreError> {
    let free = sqlx::query_scalar(
        "select exists (select 1 from people where id = ?1 and role = 'mentee' and ended is null)
            and not exists (select 1 from duos join boards on boards.id = duos.board
                            where boards.mentee = ?1 and duos.ended is null)",
    );
    Ok(free.bind(mentee.0).fetch_one(connection).await?)
}

/// How many running duos a mentor has; nothing when there is no such mentor.
async fn running_duos(
    connection: &mut SqliteConnection,
    mentor: PersonId,
) -> Result<Option<i64>, StoreError> {
    let duos = sqlx::query_scalar(
        "select (select count(*) from duos where mentor = people.id and ended is null)
         from people where id = ? and role = 'mentor' and ended is null",
    );
    Ok(duos.bind(mentor.0).fetch_optional(connection).await?)
}

async fn find_board(
    connection: &mut SqliteConnection,
    mentee: PersonId,
) -> Result<Option<BoardId>, StoreError> {
    let board: Option<Uuid> = sqlx::query_scalar("select id from boards where mentee = ?")
        .bind(mentee.0)
        .fetch_optional(connection)
        .await?;
    Ok(board.map(BoardId))
}

pub(super) async fn end(
    connection: &mut SqliteConnection,
    duo: DuoId,
    at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query("update duos set ended = ?, version = version + 1 where id = ? and ended is null")
        .bind(at.0)
        .bind(duo.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// The duos of a person's branches, or one of them.
pub(super) async fn read(
    pool: &SqlitePool,
    staff: PersonId,
    only: Option<DuoId>,
    now: Timestamp,
) -> Result<Vec<Duo>, StoreError> {
    type Columns = (Uuid, i64, Uuid, String, String, i64, Uuid, Uuid);
    let mut reading = pool.begin().await?;
    let rows: Vec<Columns> = sqlx::query_as(
        "select duos.id, duos.version, branches.id, branches.name, duos.start, duos.cadence_days,
                boards.mentee, duos.mentor
         from duos join boards on boards.id = duos.board
         join branches on branches.id = duos.branch
         join staff_branches on staff_branches.branch = duos.branch and staff_branches.person = ?1
         where (?2 is null or duos.id = ?2) and duos.ended is null
         order by duos.start desc, duos.id desc",
    )
    .bind(staff.0)
    .bind(only.map(|duo| duo.0))
    .fetch_all(&mut *reading)
    .await?;
    let members = read_members(&mut reading, staff, only, now).await?;
    let member = |id: &Uuid| members.get(id).cloned().ok_or(StoreError::NotFound);
    rows.into_iter()
        .map(|(id, version, branch, branch_name, start, cadence, mentee, mentor)| {
            Ok(Duo {
                id: DuoId(id),
                version: super::boards::count(version)?,
                branch: BranchId(branch),
                branch_name,
                start: start.parse::<NaiveDate>().map_err(trouble)?,
                cadence_days: u16::try_from(cadence).map_err(trouble)?,
                mentee: member(&mentee)?,
                mentor: member(&mentor)?,
            })
        })
        .collect()
}

async fn read_members(
    connection: &mut SqliteConnection,
    staff: PersonId,
    only: Option<DuoId>,
    now: Timestamp,
) -> Result<HashMap<Uuid, Member>, StoreError> {
    type Columns = (
        Uuid,
        String,
        String,
        String,
        i64,
        Option<Uuid>,
        Option<i64>,
        Option<i64>,
        Option<String>,
        Option<i64>,
        Option<bool>,
    );
    let rows: Vec<Columns> = sqlx::query_as(
        "select p.id, p.role, p.name, p.lang,
                (select count(*) from sessions s where s.person = p.id and s.expires > ?3),
                i.id, i.expires, i.used, i.device, i.ended, i.confirmed
         from duos join boards on boards.id = duos.board
         join staff_branches on staff_branches.branch = duos.branch and staff_branches.person = ?1
         join people p on p.id in (boards.mentee, duos.mentor)
         left join invitations i on i.id = (
             select id from invitations where person = p.id order by created desc, id desc limit 1)
         where (?2 is null or duos.id = ?2) and duos.ended is null",
    )
    .bind(staff.0)
    .bind(only.map(|duo| duo.0))
    .bind(now.0)
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(
            |(
                id,
                role,
                name,
                lang,
                devices,
                invitation,
                expires,
                used,
                device,
                ended,
                confirmed,
            )| {
                let columns = Option::zip(invitation, expires);
                let columns = columns.map(|(id, expires)| (id, expires, used, device, ended));
                let invitation = columns.and_then(|row| shown(row, confirmed == Some(true), now));
                let devices = u32::try_from(devices).map_err(trouble)?;
                let role = Role::from_word(&role);
                Ok((id, Member { id: PersonId(id), name, role, lang, devices, invitation }))
            },
        )
        .collect()
}

/// The state of an invitation while there is something to say about it.
fn shown(row: StateColumns, confirmed: bool, now: Timestamp) -> Option<InvitationState> {
    let state = invitations::state(row, now);
    let settled = confirmed || state.used.is_some_and(|used| used.0 + ARRIVAL_SHOWN < now.0);
    (state.status != InvitationStatus::Used || !settled).then_some(state)
}

pub(super) async fn first_invitations(
    pool: &SqlitePool,
    duo: DuoId,
) -> Result<Vec<NewInvitation>, StoreError> {
    let (mentee, mentor, created): (Uuid, Uuid, i64) = sqlx::query_as(
        "select boards.mentee, duos.mentor, duos.created
         from duos join boards on boards.id = duos.board where duos.id = ?",
    )
    .bind(duo.0)
    .fetch_one(pool)
    .await?;
    let people = [PersonId(mentee), PersonId(mentor)];
    invitations::of_people(pool, people, Timestamp(created)).await
}

fn trouble(error: impl std::error::Error + Send + Sync + 'static) -> StoreError {
    StoreError::Trouble(Box::new(error))
}
