//! What people have of their own, in SQLite. Ends and what time takes away are in the files
//! beside this one.

use super::{
    SqliteStore, boards, drafts, ends, files, help, infos, mail, my_office, people, purge,
    reminders, tidy,
};
use crate::{
    clock,
    live::News,
    store::{
        StoreError,
        account::{AccountStore, Ended, Reader},
        people::{Hash, Person},
    },
};
use async_trait::async_trait;
use board::{
    actor::Seat,
    id::{BoardId, PersonId},
    item::Item,
    protocol::{
        account::VolunteerHour,
        boards::PersonName,
        my_data::{MyBoard, MyData, MyDuo, MyFile, MyProfile},
    },
    time::Timestamp,
};
use sqlx::{Connection, SqliteConnection};
use std::sync::Arc;
use uuid::Uuid;

#[async_trait]
impl AccountStore for SqliteStore {
    async fn set_calendar(
        &self,
        person: PersonId,
        secret: Option<Hash>,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(set_calendar(connection, person, secret, at))).await
    }

    async fn calendar(&self, secret: Hash) -> Result<Person, StoreError> {
        let row: people::PersonColumns = sqlx::query_as(
            "select people.id, people.role, people.name, people.lang
             from calendars join people on people.id = calendars.person where hash = ?",
        )
        .bind(secret.to_vec())
        .fetch_one(self.reader())
        .await?;
        Ok(people::person(row))
    }

    async fn meetings_of(&self, person: PersonId) -> Result<Vec<Item>, StoreError> {
        let texts: Vec<String> = sqlx::query_scalar(
            "select items.json from boards
             join spaces on spaces.board = boards.id and spaces.person is null
             join items on items.space = spaces.id
             where (boards.mentee = ?1 or exists (
                 select 1 from duos where duos.board = boards.id and duos.mentor = ?1
                 and (duos.ended is null or duos.shared_until > ?2)))
             and json_extract(items.json, '$.body.meeting.on') is not null",
        )
        .bind(person.0)
        .bind(clock::now().0)
        .fetch_all(self.reader())
        .await?;
        parse(&texts)
    }

    async fn hours_of(&self, mentor: PersonId) -> Result<Vec<VolunteerHour>, StoreError> {
        let mut connection = self.reader().acquire().await?;
        let mut reading = connection.begin().await?;
        read_hours(&mut reading, mentor).await
    }

    async fn data_of(&self, person: PersonId, now: Timestamp) -> Result<MyData, StoreError> {
        let help = help::of_person(self.reader(), person, None).await?;
        let mut connection = self.reader().acquire().await?;
        let mut reading = connection.begin().await?;
        let (profile, calendar_since) = read_profile(&mut reading, person).await?;
        Ok(MyData {
            at: now,
            profile,
            boards: read_boards(&mut reading, person, now).await?,
            duos: read_duos(&mut reading, person).await?,
            files: read_files(&mut reading, person).await?,
            devices: Vec::new(),
            help,
            cards: Vec::new(),
            drafts: drafts::read(&mut reading, person, now).await?,
            hours: read_hours(&mut reading, person).await?,
            calendar_since,
            digest: mail::read(&mut reading, person).await?,
            reminders: reminders::of_person(&mut reading, person).await?,
            office: my_office::read(&mut reading, person).await?,
        })
    }

    async fn end_account(&self, person: PersonId, at: Timestamp) -> Result<Ended, StoreError> {
        let cache = Arc::clone(&self.cache);
        let ended = self
            .write_then(
                move |connection| {
                    Box::pin(async move {
                        ends::forget_answers(connection, person).await?;
                        ends::end_account(connection, person, at).await
                    })
                },
                move |_| cache.clear(),
            )
            .await?;
        // What was deleted is overwritten with zeros; this also clears what pages keep of cells
        // that were moved about, and the write-ahead log.
        self.writer.rewrite().await?;
        Ok(ended)
    }

    async fn share_until(
        &self,
        board: BoardId,
        until: Option<Timestamp>,
    ) -> Result<Vec<Reader>, StoreError> {
        self.write(move |connection| Box::pin(ends::share_until(connection, board, until))).await
    }

    async fn end_shares(&self, now: Timestamp) -> Result<Vec<Reader>, StoreError> {
        self.write(move |connection| Box::pin(tidy::end_shares(connection, now))).await
    }

    async fn tidy(&self, now: Timestamp) -> Result<Vec<Hash>, StoreError> {
        self.write(move |connection| Box::pin(tidy::empty_old_spaces(connection, now))).await?;
        for board in purge::find(self.reader(), now).await? {
            let hub = self.hub.clone();
            self.write_then(
                move |connection| Box::pin(purge::purge(connection, board, now)),
                move |news: &mut Vec<News>| news.drain(..).for_each(|one| hub.tell(board, one)),
            )
            .await?;
        }
        let unused = files::find_unused(self.reader(), now).await?;
        if unused.is_empty() {
            return Ok(Vec::new());
        }
        self.write(move |connection| Box::pin(files::forget_unused(connection, unused))).await
    }
}

async fn set_calendar(
    connection: &mut SqliteConnection,
    person: PersonId,
    secret: Option<Hash>,
    at: Timestamp,
) -> Result<(), StoreError> {
    let Some(secret) = secret else {
        sqlx::query("delete from calendars where person = ?")
            .bind(person.0)
            .execute(connection)
            .await?;
        return Ok(());
    };
    sqlx::query(
        "insert into calendars (person, hash, since) values (?, ?, ?)
         on conflict (person) do update set hash = excluded.hash, since = excluded.since",
    )
    .bind(person.0)
    .bind(secret.to_vec())
    .bind(at.0)
    .execute(connection)
    .await?;
    Ok(())
}

fn parse(texts: &[String]) -> Result<Vec<Item>, StoreError> {
    Ok(texts.iter().map(|text| serde_json::from_str(text)).collect::<Result<_, _>>()?)
}

async fn read_hours(
    connection: &mut SqliteConnection,
    mentor: PersonId,
) -> Result<Vec<VolunteerHour>, StoreError> {
    let mut hours = Vec::new();
    for duo in tidy::duos_of_mentor(connection, mentor).await? {
        hours.extend(duo.counted());
        hours.extend(duo.hours(connection).await?);
    }
    hours.sort_by_key(|hour| hour.on);
    Ok(hours)
}

async fn read_profile(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<(MyProfile, Option<Timestamp>), StoreError> {
    let (id, role, name, lang, created, since): (Uuid, String, String, String, i64, Option<i64>) =
        sqlx::query_as(
            "select people.id, people.role, people.name, people.lang, people.created,
                    calendars.since
             from people left join calendars on calendars.person = people.id where people.id = ?",
        )
        .bind(person.0)
        .fetch_one(connection)
        .await?;
    let known = people::person((id, role, name, lang));
    let profile = MyProfile {
        person: known.id,
        name: known.name,
        role: known.role,
        lang: known.lang,
        since: Timestamp(created),
    };
    Ok((profile, since.map(Timestamp)))
}

/// Every board of a person: the one that is theirs, and those on which they accompany or
/// accompanied somebody. Of the latter only their own words, and no name once it is closed.
async fn read_boards(
    connection: &mut SqliteConnection,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<MyBoard>, StoreError> {
    let boards: Vec<Uuid> = sqlx::query_scalar(
        "select id from boards where mentee = ?1
         or exists (select 1 from duos where duos.board = boards.id and duos.mentor = ?1)
         order by id",
    )
    .bind(person.0)
    .fetch_all(&mut *connection)
    .await?;
    let open = infos::read(connection, person, now).await?;
    let mut found = Vec::new();
    for board in boards.into_iter().map(BoardId) {
        let info = open.iter().find(|info| info.id == board);
        let is_mentee = info.is_some_and(|info| info.mentee.id == person);
        let shared = boards::find_space(connection, board, None).await?;
        let private = boards::find_space(connection, board, Some(person)).await?;
        let mut shared = boards::read_space(connection, &shared).await?;
        let private = boards::read_space(connection, &private).await?;
        if !is_mentee {
            shared.items.retain(|item| item.by == person);
        }
        let other = |info: &board::protocol::boards::BoardInfo| -> Option<PersonName> {
            if is_mentee { info.mentor.clone() } else { Some(info.mentee.clone()) }
        };
        found.push(MyBoard {
            board,
            seat: if is_mentee { Seat::Mentee } else { Seat::Mentor },
            other: info.and_then(other),
            shared: shared.items.into_values().collect(),
            private: private.items.into_values().collect(),
        });
    }
    Ok(found)
}

async fn read_duos(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Vec<MyDuo>, StoreError> {
    let rows: Vec<(Uuid, String, Option<i64>)> = sqlx::query_as(
        "select duos.board, duos.start, duos.ended
         from duos join boards on boards.id = duos.board
         where ? in (duos.mentor, boards.mentee) order by duos.start, duos.id",
    )
    .bind(person.0)
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|(board, start, ended)| {
            let start = start.parse().map_err(tidy::trouble)?;
            Ok(MyDuo { board: BoardId(board), start, ended: ended.map(Timestamp) })
        })
        .collect()
}

async fn read_files(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Vec<MyFile>, StoreError> {
    let rows: Vec<files::Columns> = sqlx::query_as(
        "select board, sha256, person, kind, bytes, name, at from files
         where person = ? order by at",
    )
    .bind(person.0)
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let row = files::file(row)?;
            Ok(MyFile { board: row.board, at: row.at, file: row.into() })
        })
        .collect()
}
