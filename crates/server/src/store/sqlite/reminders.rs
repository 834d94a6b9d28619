//! Reminders in SQLite: choices, devices, what was told.

use super::{SqliteStore, mail};
use crate::store::{
    StoreError,
    reminders::{PushAddress, Reminded, ReminderStore, Wishes},
};
use async_trait::async_trait;
use board::{
    id::{PersonId, SessionId},
    meeting::DayTime,
    protocol::{
        account::ChangeDigest,
        reminders::{Channel, MyReminders, QuietHours, ReminderChoice, ReminderKind, SetReminders},
    },
    reminders::due::Told,
    time::Timestamp,
};
use chrono::NaiveDate;
use sqlx::SqliteConnection;
use std::collections::BTreeSet;
use uuid::Uuid;

/// How long after a trial there is no other one.
const TRIAL_REST: i64 = 10 * 1000;

/// A row of `reminders` with the address: choices, quiet from, quiet until, address.
type Columns = (String, Option<i64>, Option<i64>, Option<String>);
/// A row of `push_devices`: session, endpoint, key, secret.
type DeviceColumns = (Uuid, String, Vec<u8>, Vec<u8>);

#[async_trait]
impl ReminderStore for SqliteStore {
    async fn wishes(&self, person: PersonId) -> Result<Option<Wishes>, StoreError> {
        let mut connection = self.reader().acquire().await?;
        read(&mut connection, person).await
    }

    async fn set_wishes(
        &self,
        person: PersonId,
        set: SetReminders,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(self::set(connection, person, set, at))).await
    }

    async fn set_push_device(
        &self,
        session: SessionId,
        person: PersonId,
        address: PushAddress,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(put(connection, session, person, address, at))).await
    }

    async fn end_push_device(&self, session: SessionId) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("delete from push_devices where session = ?")
                    .bind(session.0)
                    .execute(connection)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    async fn forget_push_address(&self, endpoint: String) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("delete from push_devices where endpoint = ?")
                    .bind(endpoint)
                    .execute(connection)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    async fn push_devices(
        &self,
        person: PersonId,
        now: Timestamp,
    ) -> Result<Vec<(SessionId, PushAddress)>, StoreError> {
        let rows: Vec<DeviceColumns> = sqlx::query_as(
            "select session, endpoint, p256dh, auth from push_devices
             join sessions on sessions.id = session and sessions.expires > ?2
             where push_devices.person = ?1 order by since",
        )
        .bind(person.0)
        .bind(now.0)
        .fetch_all(self.reader())
        .await?;
        Ok(rows.into_iter().map(device).collect())
    }

    async fn claim_trial(
        &self,
        session: SessionId,
        now: Timestamp,
    ) -> Result<PushAddress, StoreError> {
        self.write(move |connection| Box::pin(trial(connection, session, now))).await
    }

    async fn reminded(&self) -> Result<Vec<Reminded>, StoreError> {
        let rows: Vec<(Uuid, String, bool)> = sqlx::query_as(
            "select people.id, people.lang,
                    exists (select 1 from push_devices where person = people.id)
             from reminders
             join people on people.id = reminders.person and people.ended is null
             where reminders.choices <> '[]' order by people.id",
        )
        .fetch_all(self.reader())
        .await?;
        let mut connection = self.reader().acquire().await?;
        let mut found = Vec::new();
        for (id, lang, listens) in rows {
            let person = PersonId(id);
            let Some(mut wishes) = read(&mut connection, person).await? else { continue };
            let has_address = wishes.address.is_some();
            wishes.choices.retain(|choice| match choice.channel {
                Channel::Off => false,
                Channel::Push => listens,
                Channel::Mail => has_address,
            });
            if wishes.choices.is_empty() {
                continue;
            }
            found.push(Reminded { person, lang, wishes });
        }
        Ok(found)
    }

    async fn told(&self, person: PersonId, today: NaiveDate) -> Result<Told, StoreError> {
        let rows: Vec<(String, String)> =
            sqlx::query_as("select key, day from told_reminders where person = ?")
                .bind(person.0)
                .fetch_all(self.reader())
                .await?;
        let (today, wrote) = (today.to_string(), format!("{}:", ReminderKind::Wrote.as_str()));
        let wrote_today = rows.iter().any(|(key, day)| *day == today && key.starts_with(&wrote));
        let keys: BTreeSet<String> = rows.into_iter().map(|(key, _)| key).collect();
        Ok(Told { keys, wrote_today })
    }

    async fn claim_reminders(
        &self,
        person: PersonId,
        keys: Vec<String>,
        day: NaiveDate,
        at: Timestamp,
    ) -> Result<Vec<String>, StoreError> {
        self.write(move |connection| Box::pin(claim(connection, person, keys, day, at))).await
    }

    async fn return_reminders(
        &self,
        person: PersonId,
        keys: Vec<String>,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                for key in keys {
                    sqlx::query("delete from told_reminders where person = ? and key = ?")
                        .bind(person.0)
                        .bind(key)
                        .execute(&mut *connection)
                        .await?;
                }
                Ok(())
            })
        })
        .await
    }

    async fn forget_told(&self, before: Timestamp) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("delete from told_reminders where at < ?")
                    .bind(before.0)
                    .execute(connection)
                    .await?;
                Ok(())
            })
        })
        .await
    }
}

async fn read(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Option<Wishes>, StoreError> {
    let row: Option<Columns> = sqlx::query_as(
        "select choices, quiet_from, quiet_until, mail_addresses.address from reminders
         left join mail_addresses on mail_addresses.person = reminders.person
         where reminders.person = ?",
    )
    .bind(person.0)
    .fetch_optional(connection)
    .await?;
    let Some((choices, from, until, address)) = row else { return Ok(None) };
    let quiet = Option::zip(from, until)
        .map(|(from, until)| {
            Ok::<_, StoreError>(QuietHours { from: time(from)?, until: time(until)? })
        })
        .transpose()?;
    Ok(Some(Wishes { choices: serde_json::from_str(&choices)?, quiet, address }))
}

fn time(minutes: i64) -> Result<DayTime, StoreError> {
    u16::try_from(minutes).map(DayTime).map_err(|error| StoreError::Trouble(Box::new(error)))
}

async fn set(
    connection: &mut SqliteConnection,
    person: PersonId,
    set: SetReminders,
    at: Timestamp,
) -> Result<(), StoreError> {
    if let Some(address) = set.address {
        // The letter of the week goes to the same address, and ends with it.
        let weekly = address.is_empty().then_some(false);
        let change = ChangeDigest { address: Some(address), weekly };
        mail::change(connection, person, change, at).await?;
    }
    let chosen: Vec<ReminderChoice> =
        set.choices.into_iter().filter(|choice| choice.channel != Channel::Off).collect();
    let wants_mail = chosen.iter().any(|choice| choice.channel == Channel::Mail);
    if wants_mail && mail::read(connection, person).await?.address.is_none() {
        return Err(StoreError::Conflict);
    }
    let minutes = |time: DayTime| i64::from(time.0);
    sqlx::query(
        "insert into reminders (person, choices, quiet_from, quiet_until) values (?1, ?2, ?3, ?4)
         on conflict (person) do update set choices = ?2, quiet_from = ?3, quiet_until = ?4",
    )
    .bind(person.0)
    .bind(serde_json::to_string(&chosen)?)
    .bind(set.quiet.map(|quiet| minutes(quiet.from)))
    .bind(set.quiet.map(|quiet| minutes(quiet.until)))
    .execute(connection)
    .await?;
    Ok(())
}

/// A browser has one address: another person's session on the same browser takes it over.
async fn put(
    connection: &mut SqliteConnection,
    session: SessionId,
    person: PersonId,
    address: PushAddress,
    at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query("delete from push_devices where endpoint = ? or session = ?")
        .bind(address.endpoint.clone())
        .bind(session.0)
        .execute(&mut *connection)
        .await?;
    sqlx::query(
        "insert into push_devices (session, person, endpoint, p256dh, auth, since)
         values (?, ?, ?, ?, ?, ?)",
    )
    .bind(session.0)
    .bind(person.0)
    .bind(address.endpoint)
    .bind(address.p256dh)
    .bind(address.auth)
    .bind(at.0)
    .execute(connection)
    .await?;
    Ok(())
}

async fn trial(
    connection: &mut SqliteConnection,
    session: SessionId,
    now: Timestamp,
) -> Result<PushAddress, StoreError> {
    let tried: Option<i64> = sqlx::query_scalar("select tried from push_devices where session = ?")
        .bind(session.0)
        .fetch_one(&mut *connection)
        .await?;
    if tried.is_some_and(|tried| now.0 < tried + TRIAL_REST) {
        return Err(StoreError::Conflict);
    }
    let row: DeviceColumns = sqlx::query_as(
        "update push_devices set tried = ? where session = ?
         returning session, endpoint, p256dh, auth",
    )
    .bind(now.0)
    .bind(session.0)
    .fetch_one(connection)
    .await?;
    Ok(device(row).1)
}

fn device((session, endpoint, p256dh, auth): DeviceColumns) -> (SessionId, PushAddress) {
    (SessionId(session), PushAddress { endpoint, p256dh, auth })
}

async fn claim(
    connection: &mut SqliteConnection,
    person: PersonId,
    keys: Vec<String>,
    day: NaiveDate,
    at: Timestamp,
) -> Result<Vec<String>, StoreError> {
    let mut claimed = Vec::new();
    for key in keys {
        let inserted = sqlx::query(
            "insert into told_reminders (person, key, day, at) values (?, ?, ?, ?)
             on conflict do nothing",
        )
        .bind(person.0)
        .bind(key.clone())
        .bind(day.to_string())
        .bind(at.0)
        .execute(&mut *connection)
        .await?;
        if inserted.rows_affected() == 1 {
            claimed.push(key);
        }
    }
    Ok(claimed)
}

/// What is kept of a person, to take along; nothing when there is nothing.
pub(super) async fn of_person(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Option<MyReminders>, StoreError> {
    let Some(wishes) = read(connection, person).await? else { return Ok(None) };
    let endpoints: Vec<String> =
        sqlx::query_scalar("select endpoint from push_devices where person = ? order by since")
            .bind(person.0)
            .fetch_all(connection)
            .await?;
    let host = |endpoint: &String| {
        let rest = endpoint.split_once("://").map_or("", |(_, rest)| rest);
        rest.split('/').next().unwrap_or_default().to_owned()
    };
    let services = endpoints.iter().map(host).collect();
    Ok(Some(MyReminders { choices: wishes.choices, quiet: wishes.quiet, services }))
}

/// Erases everything about a person's reminders. Devices go with their sessions.
pub(super) const ERASE: [&str; 3] = [
    "delete from reminders where person = ?",
    "delete from push_devices where person = ?",
    "delete from told_reminders where person = ?",
];
