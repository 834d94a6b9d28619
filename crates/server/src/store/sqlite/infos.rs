//! Which boards a person may open, in SQLite, and with whom.

use super::contacts::day;
use crate::{local, store::StoreError};
use board::{
    id::{BoardId, PersonId},
    meeting::DayTime,
    protocol::{
        boards::{BoardInfo, PersonName},
        library::Region,
    },
    time::Timestamp,
};
use sqlx::SqliteConnection;
use uuid::Uuid;

/// A board with one of its duos: board, mentee, mentor, ended, the last day as a coordinator noted
/// it, shared until, whether the mentor may read, whether the mentee is to choose what they see, and
/// the branch's region.
type Columns = (
    Uuid,
    Uuid,
    String,
    Option<Uuid>,
    Option<String>,
    Option<i64>,
    Option<String>,
    Option<i64>,
    bool,
    bool,
    Option<String>,
);

/// The boards a person may open, newest duo first.
///
/// A mentee keeps theirs after the duo (M35). A mentor has those of running duos, and those whose
/// mentee goes on sharing (T15).
pub(super) async fn read(
    connection: &mut SqliteConnection,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<BoardInfo>, StoreError> {
    let rows: Vec<Columns> = sqlx::query_as(
        "select boards.id, mentee.id, mentee.name, mentor.id, mentor.name, duos.ended,
                closures.day, duos.shared_until,
                duos.id is not null
                and (duos.ended is null or coalesce(duos.shared_until > ?2, false)),
                boards.mentee = ?1 and duos.ended is null and exists (
                    select 1 from view_choices where duo = duos.id and chosen is null),
                branches.region
         from boards
         join people mentee on mentee.id = boards.mentee and mentee.ended is null
         left join duos on duos.board = boards.id
         left join branches on branches.id = duos.branch
         left join closures on closures.duo = duos.id
         left join people mentor on mentor.id = duos.mentor
         where boards.mentee = ?1
         or (duos.mentor = ?1 and (duos.ended is null or duos.shared_until > ?2))
         order by duos.ended is null desc, duos.start desc, duos.id desc",
    )
    .bind(person.0)
    .bind(now.0)
    .fetch_all(connection)
    .await?;
    let mut infos: Vec<BoardInfo> = Vec::new();
    for row in rows {
        let (id, mentee, name, mentor, mentor_name, ended, last, shared_until, ..) = row;
        let (.., is_open, waits, region) = row;
        // The first one is the one that runs, or the last that ended.
        if infos.iter().any(|info| info.id == BoardId(id)) {
            continue;
        }
        let mentor = Option::zip(mentor, mentor_name).filter(|_| is_open);
        infos.push(BoardInfo {
            id: BoardId(id),
            mentee: PersonName { id: PersonId(mentee), name },
            mentor: mentor.map(|(id, name)| PersonName { id: PersonId(id), name }),
            ended: ended.map(|at| ended_at(Timestamp(at), last.as_deref())).transpose()?,
            shared_until: shared_until.filter(|_| is_open).map(Timestamp),
            choice_waits: waits,
            region: region.map(|word| Region::from_word(&word)).filter(Region::is_known),
        });
    }
    Ok(infos)
}

/// When a duo ended: on the last day that a coordinator noted, never after the press itself. The
/// middle of a day is that day wherever it is read.
fn ended_at(at: Timestamp, last: Option<&str>) -> Result<Timestamp, StoreError> {
    let Some(last) = last else { return Ok(at) };
    let noon = local::moment(day(last)?, DayTime(12 * 60));
    Ok(at.min(Timestamp(noon.timestamp_millis())))
}
