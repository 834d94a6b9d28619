//! What the health of a duo is reckoned from, for the two of it, in SQLite. The same facts and
//! thresholds as in the list of their coordinator.

use super::{SqliteStore, boards, facts::Scope};
use crate::store::{
    StoreError,
    health::{HealthStore, OwnFacts},
};
use async_trait::async_trait;
use board::{
    actor::Seat,
    id::{BoardId, PersonId},
    time::Timestamp,
};
use sqlx::Connection;
use uuid::Uuid;

#[async_trait]
impl HealthStore for SqliteStore {
    async fn health_facts(
        &self,
        board: BoardId,
        person: PersonId,
        now: Timestamp,
    ) -> Result<OwnFacts, StoreError> {
        {
            // Whoever may not open the board makes nobody work.
            let mut connection = self.reader().acquire().await?;
            boards::read_seat(&mut connection, board, person, now).await?;
        }
        self.freshen(Scope::Board(board)).await?;
        let mut connection = self.reader().acquire().await?;
        let mut reading = connection.begin().await?;
        let seat = boards::read_seat(&mut reading, board, person, now).await?;
        let mentor = (seat == Seat::Mentor).then_some(person.0);
        // The duo that runs, or the last one that did; of this mentor, when one asks.
        let (duo, rev, thresholds): (Uuid, i64, String) = sqlx::query_as(
            "select duos.id, duo_facts.rev, branches.thresholds
             from duos join duo_facts on duo_facts.duo = duos.id
             join branches on branches.id = duos.branch
             where duos.board = ?1 and (?2 is null or duos.mentor = ?2)
             order by duos.ended is null desc, duos.start desc, duos.id desc limit 1",
        )
        .bind(board.0)
        .bind(mentor)
        .fetch_one(&mut *reading)
        .await?;
        let mut facts = self.facts_of(&mut reading, &[(duo, rev)]).await?;
        let facts = facts.pop().flatten().ok_or(StoreError::Unavailable)?;
        Ok(OwnFacts { seat, facts, thresholds: serde_json::from_str(&thresholds)? })
    }

    async fn refresh_facts(&self) -> Result<u32, StoreError> {
        self.freshen_facts().await
    }
}
