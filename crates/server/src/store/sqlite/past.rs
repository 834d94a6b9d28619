//! Duos with their past in SQLite. Many rows go into one statement: a hundred duos are some ten
//! thousand rows.

mod office;

use super::{SqliteStore, boards::number};
use crate::store::{
    StoreError,
    past::{PastDuo, PastSpace, PastStore},
    people::Person,
};
use async_trait::async_trait;
use board::{id::BoardId, slug::Slug, time::Timestamp};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

/// Most rows of one statement.
const ROWS: usize = 400;

#[async_trait]
impl PastStore for SqliteStore {
    async fn add_past(&self, duos: Vec<PastDuo>) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                for duo in &duos {
                    add(connection, duo).await?;
                }
                Ok(())
            })
        })
        .await
    }
}

async fn add(connection: &mut SqliteConnection, duo: &PastDuo) -> Result<(), StoreError> {
    add_person(connection, &duo.mentee, duo.created).await?;
    add_person(connection, &duo.mentor, duo.created).await?;
    sqlx::query("insert into boards (id, mentee, created) values (?, ?, ?)")
        .bind(duo.board.0)
        .bind(duo.mentee.id.0)
        .bind(duo.created.0)
        .execute(&mut *connection)
        .await?;
    sqlx::query(
        "insert into duos (id, board, mentor, branch, start, cadence_days, created, ended,
                           planned_end, coordinator, sector)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(duo.id.0)
    .bind(duo.board.0)
    .bind(duo.mentor.id.0)
    .bind(duo.branch.0)
    .bind(duo.start.to_string())
    .bind(i64::from(duo.cadence_days))
    .bind(duo.created.0)
    .bind(duo.closure.map(|(_, at)| at.0))
    .bind(duo.planned_end.to_string())
    .bind(duo.coordinator.0)
    .bind(duo.sector.as_ref().map(Slug::to_string))
    .execute(&mut *connection)
    .await?;
    for space in &duo.spaces {
        add_space(connection, duo.board, space).await?;
    }
    office::add(connection, duo).await
}

/// Adds somebody, unless they are there: a mentor may have several duos.
async fn add_person(
    connection: &mut SqliteConnection,
    person: &Person,
    at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into people (id, role, name, lang, created) values (?, ?, ?, ?, ?)
         on conflict (id) do nothing",
    )
    .bind(person.id.0)
    .bind(person.role.as_str().to_owned())
    .bind(person.name.clone())
    .bind(person.lang.clone())
    .bind(at.0)
    .execute(connection)
    .await?;
    Ok(())
}

async fn add_space(
    connection: &mut SqliteConnection,
    board: BoardId,
    space: &PastSpace,
) -> Result<(), StoreError> {
    sqlx::query("insert into spaces (id, board, person, rev) values (?, ?, ?, ?)")
        .bind(space.id)
        .bind(board.0)
        .bind(space.person.map(|person| person.0))
        .bind(number(space.events.len() as u64)?)
        .execute(&mut *connection)
        .await?;
    for events in space.events.chunks(ROWS) {
        let mut rows = Vec::with_capacity(events.len());
        for event in events {
            rows.push((number(event.rev)?, event, serde_json::to_string(&event.change)?));
        }
        let head = "insert into events (space, rev, at, author, change) ";
        let mut statement = QueryBuilder::<Sqlite>::new(head);
        statement.push_values(rows, |mut row, (rev, event, change)| {
            row.push_bind(space.id).push_bind(rev).push_bind(event.at.0);
            row.push_bind(event.by.0).push_bind(change);
        });
        statement.build().execute(&mut *connection).await?;
    }
    for items in space.items.chunks(ROWS) {
        let mut rows = Vec::with_capacity(items.len());
        for item in items {
            rows.push((item.id.0, serde_json::to_string(item)?));
        }
        let mut statement = QueryBuilder::<Sqlite>::new("insert into items (space, id, json) ");
        statement.push_values(rows, |mut row, (id, json)| {
            row.push_bind(space.id).push_bind(id).push_bind(json);
        });
        statement.build().execute(&mut *connection).await?;
    }
    Ok(())
}
