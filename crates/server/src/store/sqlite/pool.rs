//! The people that branches know, in SQLite, and what a match is sought by.

use super::{SqliteStore, boards::count, care, imports, people};
use crate::{
    local,
    store::{
        StoreError,
        people::Person,
        pool::{Candidate, KnownPerson, PoolStore, Removal},
    },
};
use async_trait::async_trait;
use board::{
    actor::Role,
    id::{BranchId, DuoId, PersonId},
    office::matching::Profile,
    office::place::Postcode,
    protocol::pool::{MatchProfile, PersonCard, PersonDuo, PersonRow},
    time::Timestamp,
};
use serde::de::DeserializeOwned;
use sqlx::SqliteConnection;
use uuid::Uuid;

/// Everyone of the branches of `?1`, once for each branch.
const KNOWN: &str = "
    with seats as (
        select boards.mentee as person, duos.branch as branch
        from duos join boards on boards.id = duos.board
        where duos.branch in (select branch from staff_branches where person = ?1)
        union select mentor, branch from duos
        where branch in (select branch from staff_branches where person = ?1)
        union select person, branch from profiles
        where branch in (select branch from staff_branches where person = ?1))
    select people.id, people.version, people.role, people.name, people.lang, seats.branch,
           (select count(*) from duos where mentor = people.id and ended is null)
           + (select count(*) from boards join duos on duos.board = boards.id
              where boards.mentee = people.id and duos.ended is null),
           coalesce(profiles.looking, 0)
    from seats join people on people.id = seats.person
    left join profiles on profiles.person = people.id
    where people.ended is null and people.role in ('mentee', 'mentor')
    and (?2 is null or people.id = ?2)
    order by people.id, seats.branch";

type KnownColumns = (Uuid, i64, String, String, String, Uuid, i64, bool);

fn known(row: KnownColumns) -> Result<KnownPerson, StoreError> {
    let (id, version, role, name, lang, branch, running, looking) = row;
    Ok(KnownPerson {
        id: PersonId(id),
        version: count(version)?,
        role: Role::from_word(&role),
        name,
        lang,
        branch: BranchId(branch),
        running: u32::try_from(running).unwrap_or(u32::MAX),
        looking,
    })
}

#[async_trait]
impl PoolStore for SqliteStore {
    async fn known_people(&self, staff: PersonId) -> Result<Vec<KnownPerson>, StoreError> {
        let rows: Vec<KnownColumns> =
            sqlx::query_as(KNOWN).bind(staff.0).bind(None::<Uuid>).fetch_all(self.reader()).await?;
        rows.into_iter().map(known).collect()
    }

    async fn add_person(
        &self,
        person: &Person,
        branch: BranchId,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let person = person.clone();
        self.write(move |connection| {
            Box::pin(async move {
                people::insert(connection, &person, at).await?;
                insert_profile(connection, person.id, branch).await
            })
        })
        .await
    }

    async fn person_card(
        &self,
        staff: PersonId,
        person: PersonId,
    ) -> Result<PersonCard, StoreError> {
        let mut reading = self.reader().begin().await?;
        let rows: Vec<KnownColumns> = sqlx::query_as(KNOWN)
            .bind(staff.0)
            .bind(Some(person.0))
            .fetch_all(&mut *reading)
            .await?;
        let seats: Vec<KnownPerson> = rows.into_iter().map(known).collect::<Result<_, _>>()?;
        let first = seats.first().ok_or(StoreError::NotFound)?;
        let row = PersonRow {
            id: first.id,
            version: first.version,
            name: first.name.clone(),
            role: first.role.clone(),
            lang: first.lang.clone(),
            branches: seats.iter().map(|seat| seat.branch).collect(),
            duos: first.running,
            looking: first.looking,
        };
        let duos = read_duos(&mut reading, staff, person).await?;
        let profile = read_profile(&mut reading, person).await?.unwrap_or_default();
        let elsewhere = care::person(&mut reading, staff, person).await?.is_none();
        Ok(PersonCard { person: row, duos, profile, elsewhere })
    }

    async fn change_person(
        &self,
        person: PersonId,
        version: u64,
        name: &str,
        lang: &str,
    ) -> Result<(), StoreError> {
        let (name, lang) = (name.to_owned(), lang.to_owned());
        self.write(move |connection| {
            Box::pin(async move {
                let done = sqlx::query(
                    "update people set name = ?, lang = ?, version = version + 1
                     where id = ? and version = ? and ended is null",
                )
                .bind(name)
                .bind(lang)
                .bind(person.0)
                .bind(number(version))
                .execute(connection)
                .await?;
                if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::Stale) }
            })
        })
        .await
    }

    async fn remove_person(&self, person: PersonId) -> Result<Removal, StoreError> {
        self.write(move |connection| Box::pin(remove(connection, person))).await
    }

    async fn keep_profile(
        &self,
        person: PersonId,
        branch: BranchId,
        version: u64,
        profile: MatchProfile,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                if version == 0 {
                    insert_profile(connection, person, branch)
                        .await
                        .map_err(|_| StoreError::Stale)?;
                }
                write_profile(connection, person, version.max(1), profile).await
            })
        })
        .await
    }

    async fn candidates(&self, branch: BranchId) -> Result<Vec<Candidate>, StoreError> {
        type Columns = (Uuid, String, String, String, i64);
        let mut reading = self.reader().begin().await?;
        let rows: Vec<Columns> = sqlx::query_as(
            "select people.id, people.role, people.name, people.lang,
                    (select count(*) from duos where mentor = people.id and ended is null)
                    + (select count(*) from boards join duos on duos.board = boards.id
                       where boards.mentee = people.id and duos.ended is null)
             from profiles join people on people.id = profiles.person
             where profiles.branch = ? and profiles.looking = 1 and people.ended is null
             order by coalesce(profiles.since, ''), people.id",
        )
        .bind(branch.0)
        .fetch_all(&mut *reading)
        .await?;
        let mut profiles = read_profiles(&mut reading, branch).await?;
        let candidate = |(id, role, name, lang, running): Columns| {
            let kept = profiles.remove(&id).unwrap_or_default();
            Candidate {
                person: people::person((id, role, name, lang)),
                running: u32::try_from(running).unwrap_or(u32::MAX),
                since: kept.since,
                profile: kept.profile,
            }
        };
        Ok(rows.into_iter().map(candidate).collect())
    }
}

fn number(version: u64) -> i64 {
    i64::try_from(version).unwrap_or(-1)
}

async fn insert_profile(
    connection: &mut SqliteConnection,
    person: PersonId,
    branch: BranchId,
) -> Result<(), StoreError> {
    sqlx::query("insert into profiles (person, branch) values (?, ?)")
        .bind(person.0)
        .bind(branch.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// The duos of a person in the branches of `staff`.
async fn read_duos(
    connection: &mut SqliteConnection,
    staff: PersonId,
    person: PersonId,
) -> Result<Vec<PersonDuo>, StoreError> {
    let rows: Vec<(Uuid, String, String, bool)> = sqlx::query_as(
        "select duos.id, people.name, duos.start, duos.ended is not null
         from duos join boards on boards.id = duos.board
         join people on people.id = iif(duos.mentor = ?2, boards.mentee, duos.mentor)
         where ?2 in (duos.mentor, boards.mentee)
         and duos.branch in (select branch from staff_branches where person = ?1)
         order by duos.ended is not null, duos.start desc, duos.id",
    )
    .bind(staff.0)
    .bind(person.0)
    .fetch_all(connection)
    .await?;
    let duo = |(id, other, start, ended): (Uuid, String, String, bool)| {
        let start = start.parse().map_err(|error| StoreError::Trouble(Box::new(error)))?;
        Ok(PersonDuo { id: DuoId(id), other, start, ended })
    };
    rows.into_iter().map(duo).collect()
}

type ProfileColumns =
    (Uuid, i64, bool, Option<String>, String, String, String, String, Option<String>, i64);

const PROFILE: &str = "select person, version, looking, since, sectors, langs, hours, ways,
    postcode, capacity from profiles";

async fn read_profile(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Option<MatchProfile>, StoreError> {
    let row: Option<ProfileColumns> =
        sqlx::query_as(sqlx::AssertSqlSafe(format!("{PROFILE} where person = ?")))
            .bind(person.0)
            .fetch_optional(connection)
            .await?;
    row.map(|row| profile(row).map(|(_, profile)| profile)).transpose()
}

async fn read_profiles(
    connection: &mut SqliteConnection,
    branch: BranchId,
) -> Result<std::collections::HashMap<Uuid, MatchProfile>, StoreError> {
    let rows: Vec<ProfileColumns> =
        sqlx::query_as(sqlx::AssertSqlSafe(format!("{PROFILE} where branch = ? and looking = 1")))
            .bind(branch.0)
            .fetch_all(connection)
            .await?;
    rows.into_iter().map(profile).collect()
}

fn profile(row: ProfileColumns) -> Result<(Uuid, MatchProfile), StoreError> {
    fn list<T: DeserializeOwned>(json: &str) -> Result<Vec<T>, StoreError> {
        Ok(serde_json::from_str(json)?)
    }
    let (person, version, looking, since, sectors, langs, hours, ways, postcode, capacity) = row;
    let profile = Profile {
        sectors: list(&sectors)?,
        langs: list(&langs)?,
        hours: list(&hours)?,
        ways: list(&ways)?,
        postcode: postcode.and_then(|code| code.parse().ok()).and_then(Postcode::new),
        capacity: u8::try_from(capacity).unwrap_or(1),
    };
    let since = since.and_then(|day| day.parse().ok());
    Ok((person, MatchProfile { version: count(version)?, looking, since, profile }))
}

async fn write_profile(
    connection: &mut SqliteConnection,
    person: PersonId,
    version: u64,
    new: MatchProfile,
) -> Result<(), StoreError> {
    let MatchProfile { looking, since, profile, .. } = new;
    let since = since.unwrap_or_else(|| local::day(crate::clock::now())).to_string();
    let done = sqlx::query(
        "update profiles set
             since = case when not ?1 then null when looking = 1 and since is not null then since
                     else ?2 end,
             looking = ?1, sectors = ?3, langs = ?4, hours = ?5, ways = ?6, postcode = ?7,
             capacity = ?8, version = version + 1
         where person = ?9 and version = ?10",
    )
    .bind(looking)
    .bind(since)
    .bind(serde_json::to_string(&profile.sectors)?)
    .bind(serde_json::to_string(&profile.langs)?)
    .bind(serde_json::to_string(&profile.hours)?)
    .bind(serde_json::to_string(&profile.ways)?)
    .bind(profile.postcode.map(|code| code.code().to_string()))
    .bind(i64::from(profile.capacity))
    .bind(person.0)
    .bind(number(version))
    .execute(connection)
    .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// Only somebody who never had a duo and never came in goes.
async fn remove(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Removal, StoreError> {
    let has_past: bool = sqlx::query_scalar(
        "select exists (select 1 from duos where mentor = ?1)
             or exists (select 1 from boards where mentee = ?1)
             or exists (select 1 from sessions where person = ?1)
             or exists (select 1 from invitations where person = ?1 and used is not null)",
    )
    .bind(person.0)
    .fetch_one(&mut *connection)
    .await?;
    if has_past {
        return Ok(Removal::HasPast);
    }
    imports::forget(connection, person.0, crate::clock::now()).await?;
    Ok(Removal::Done)
}
