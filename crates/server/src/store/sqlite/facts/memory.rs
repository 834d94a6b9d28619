//! Facts that were read lately, so that a caseload of thousands need not read them as text again.
//! They count only while they are the stored ones.

use super::super::SqliteStore;
use crate::store::StoreError;
use board::health::facts::Facts;
use sqlx::SqliteConnection;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use uuid::Uuid;

/// Most duos kept, one or two kilobytes each.
const DUOS_MAX: usize = 50_000;

/// The facts of each duo, and how often they had been taken.
#[derive(Default)]
pub(in crate::store::sqlite) struct FactsMemory {
    kept: Mutex<HashMap<Uuid, (i64, Arc<Facts>)>>,
}

impl FactsMemory {
    fn find(&self, wanted: &[(Uuid, i64)]) -> Vec<Option<Arc<Facts>>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let find = |(duo, rev): &(Uuid, i64)| {
            kept.get(duo).filter(|(known, _)| known == rev).map(|(_, facts)| Arc::clone(facts))
        };
        wanted.iter().map(find).collect()
    }

    fn keep(&self, read: impl Iterator<Item = (Uuid, i64, Arc<Facts>)>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() > DUOS_MAX {
            kept.clear();
        }
        kept.extend(read.map(|(duo, rev, facts)| (duo, (rev, facts))));
    }
}

impl SqliteStore {
    /// The facts of duos, each with how often they had been taken, in their order. None for a duo
    /// that is so new that nothing was taken yet.
    pub(in crate::store::sqlite) async fn facts_of(
        &self,
        connection: &mut SqliteConnection,
        duos: &[(Uuid, i64)],
    ) -> Result<Vec<Option<Arc<Facts>>>, StoreError> {
        let mut found = self.facts.find(duos);
        let missing: Vec<Uuid> = duos
            .iter()
            .zip(&found)
            .filter(|(_, facts)| facts.is_none())
            .map(|((duo, _), _)| *duo)
            .collect();
        if missing.is_empty() {
            return Ok(found);
        }
        let read = read(connection, &missing).await?;
        for ((duo, _), place) in duos.iter().zip(&mut found) {
            if place.is_none() {
                *place = read.get(duo).map(|(_, facts)| Arc::clone(facts));
            }
        }
        self.facts.keep(read.into_iter().map(|(duo, (rev, facts))| (duo, rev, facts)));
        Ok(found)
    }
}

async fn read(
    connection: &mut SqliteConnection,
    duos: &[Uuid],
) -> Result<HashMap<Uuid, (i64, Arc<Facts>)>, StoreError> {
    let ids: Vec<String> = duos.iter().map(|duo| duo.simple().to_string()).collect();
    let rows: Vec<(Uuid, i64, String)> = sqlx::query_as(
        "select duo, rev, facts from duo_facts
         where facts is not null and duo in (select unhex(value) from json_each(?))",
    )
    .bind(serde_json::to_string(&ids)?)
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|(duo, rev, text)| {
            let facts = serde_json::from_str::<Facts>(&text)?;
            Ok((duo, (rev, Arc::new(facts))))
        })
        .collect()
}
