//! Which boards a person may open, in SQLite, and with whom.

use crate::store::StoreError;
use board::{
    id::{BoardId, PersonId},
    protocol::boards::{BoardInfo, PersonName},
    time::Timestamp,
};
use sqlx::SqliteConnection;
use uuid::Uuid;

/// A board with one of its duos: board, mentee, mentor, ended, shared until, and whether the
/// mentor may read.
type Columns = (Uuid, Uuid, String, Option<Uuid>, Option<String>, Option<i64>, Option<i64>, bool);

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
                duos.shared_until,
                duos.id is not null
                and (duos.ended is null or coalesce(duos.shared_until > ?2, false))
         from boards
         join people mentee on mentee.id = boards.mentee and mentee.ended is null
         left join duos on duos.board = boards.id
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
    for (id, mentee, name, mentor, mentor_name, ended, shared_until, is_open) in rows {
        // The first one is the one that runs, or the last that ended.
        if infos.iter().any(|info| info.id == BoardId(id)) {
            continue;
        }
        let mentor = Option::zip(mentor, mentor_name).filter(|_| is_open);
        infos.push(BoardInfo {
            id: BoardId(id),
            mentee: PersonName { id: PersonId(mentee), name },
            mentor: mentor.map(|(id, name)| PersonName { id: PersonId(id), name }),
            ended: ended.map(Timestamp),
            shared_until: shared_until.filter(|_| is_open).map(Timestamp),
        });
    }
    Ok(infos)
}
