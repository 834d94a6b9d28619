//! The facts of each duo, kept beside it: taken from the board and the tables in the writer's
//! transaction, as soon as somebody asks after a change. Triggers mark what changed
//! (`0006_office.sql`), so no writer can forget to.

mod memory;
mod take;

pub(super) use memory::FactsMemory;

use super::SqliteStore;
use crate::store::StoreError;
use board::id::{BoardId, BranchId, DuoId, PersonId};
use futures_util::FutureExt;
use sqlx::SqliteConnection;
use uuid::Uuid;

/// Duos dealt with in one job, so that other writers do not wait long.
const CHUNK: i64 = 25;

/// Whose facts somebody is about to read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Scope {
    /// Every duo.
    All,
    /// Those of a board.
    Board(BoardId),
    /// Those of a branch.
    Branch(BranchId),
    /// Those that somebody looks after.
    Staff(PersonId),
    /// One.
    Duo(DuoId),
}

impl SqliteStore {
    /// Brings the facts of every duo up to date. How many were not.
    pub(super) async fn freshen_facts(&self) -> Result<u32, StoreError> {
        self.freshen(Scope::All).await
    }

    /// Brings facts up to date before they are read. How many were not.
    pub(super) async fn freshen(&self, scope: Scope) -> Result<u32, StoreError> {
        let mut done = 0;
        loop {
            let stale = self.find_stale(scope).await?;
            if stale.is_empty() {
                return Ok(done);
            }
            done += u32::try_from(stale.len()).unwrap_or(u32::MAX);
            self.write(move |connection| refresh(connection, stale).boxed()).await?;
        }
    }

    async fn find_stale(&self, scope: Scope) -> Result<Vec<Uuid>, StoreError> {
        let (column, id) = match scope {
            Scope::All => ("true or ?", Uuid::nil()),
            Scope::Board(board) => ("duos.board = ?", board.0),
            Scope::Branch(branch) => ("duos.branch = ?", branch.0),
            Scope::Duo(duo) => ("duos.id = ?", duo.0),
            Scope::Staff(staff) => {
                ("duos.branch in (select branch from staff_branches where person = ?)", staff.0)
            }
        };
        let query = sqlx::AssertSqlSafe(format!(
            "select duo_facts.duo from duo_facts join duos on duos.id = duo_facts.duo
             where duo_facts.stale = 1 and ({column}) limit ?"
        ));
        Ok(sqlx::query_scalar(query).bind(id).bind(CHUNK).fetch_all(self.reader()).await?)
    }
}

async fn refresh(connection: &mut SqliteConnection, duos: Vec<Uuid>) -> Result<(), StoreError> {
    for duo in duos {
        take::store(connection, DuoId(duo)).await?;
    }
    Ok(())
}

/// Takes the facts of a board's duos before its words go, or become another duo's.
pub(super) async fn settle_board(
    connection: &mut SqliteConnection,
    board: BoardId,
) -> Result<(), StoreError> {
    let stale = sqlx::query_scalar(
        "select duos.id from duos join duo_facts on duo_facts.duo = duos.id
         where duos.board = ? and duo_facts.stale = 1",
    );
    let stale = stale.bind(board.0).fetch_all(&mut *connection).await?;
    refresh(connection, stale).await
}

/// The same for every duo of a mentor.
pub(super) async fn settle_mentor(
    connection: &mut SqliteConnection,
    mentor: PersonId,
) -> Result<(), StoreError> {
    let stale = sqlx::query_scalar(
        "select duos.id from duos join duo_facts on duo_facts.duo = duos.id
         where duos.mentor = ? and duo_facts.stale = 1",
    );
    let stale = stale.bind(mentor.0).fetch_all(&mut *connection).await?;
    refresh(connection, stale).await
}
