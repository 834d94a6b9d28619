//! Addresses and letters in SQLite.

use super::{SqliteStore, boards, consents};
use crate::store::{
    StoreError,
    mail::{Addressee, MailStore, Tidings, Week},
};
use async_trait::async_trait;
use board::{
    actor::Role,
    apply::targets,
    event::Change,
    id::{BoardId, ItemId, PersonId},
    item::Item,
    meeting::MeetingState,
    op::Op,
    protocol::account::{ChangeDigest, Digest},
    time::Timestamp,
};
use chrono::NaiveDate;
use sqlx::{Connection, SqliteConnection};
use std::collections::BTreeSet;
use uuid::Uuid;

#[async_trait]
impl MailStore for SqliteStore {
    async fn digest(&self, person: PersonId) -> Result<Digest, StoreError> {
        let mut connection = self.reader().acquire().await?;
        read(&mut connection, person).await
    }

    async fn change_digest(
        &self,
        person: PersonId,
        change: ChangeDigest,
        at: Timestamp,
    ) -> Result<Digest, StoreError> {
        self.write(move |connection| Box::pin(self::change(connection, person, change, at))).await
    }

    async fn take_lease(
        &self,
        name: &'static str,
        holder: Uuid,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<bool, StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                let taken = sqlx::query(
                    "insert into leases (name, holder, until) values (?1, ?2, ?3)
                     on conflict (name) do update set holder = ?2, until = ?3
                     where holder = ?2 or until <= ?4",
                )
                .bind(name)
                .bind(holder)
                .bind(until.0)
                .bind(now.0)
                .execute(connection)
                .await?;
                Ok(taken.rows_affected() == 1)
            })
        })
        .await
    }

    async fn end_lease(&self, name: &'static str, holder: Uuid) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("delete from leases where name = ? and holder = ?")
                    .bind(name)
                    .bind(holder)
                    .execute(connection)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    async fn letters_due(&self, week: Week) -> Result<Vec<(PersonId, Role)>, StoreError> {
        let people: Vec<(Uuid, String)> = sqlx::query_as(
            "select mail.person, people.role from mail_addresses mail
             join people on people.id = mail.person and people.ended is null
             where mail.weekly = 1 and mail.since <= ?1 and (mail.sent is null or mail.sent < ?2)
             and (people.role in ('coordinator', 'branch_admin', 'organisation_admin')
                  or exists (select 1 from duos
                             where duos.mentor = mail.person and duos.ended is null))
             order by mail.person",
        )
        .bind(week.due.0)
        .bind(week.monday.to_string())
        .fetch_all(self.reader())
        .await?;
        let who = |(id, role): (Uuid, String)| (PersonId(id), Role::from_word(&role));
        Ok(people.into_iter().map(who).collect())
    }

    async fn tidings(&self, mentor: PersonId, week: Week) -> Result<Tidings, StoreError> {
        let mut connection = self.reader().acquire().await?;
        let mut reading = connection.begin().await?;
        let boards: Vec<Uuid> = sqlx::query_scalar(
            "select distinct board from duos where mentor = ? and ended is null",
        )
        .bind(mentor.0)
        .fetch_all(&mut *reading)
        .await?;
        let mut tidings = Tidings::default();
        for board in boards {
            count(&mut reading, BoardId(board), mentor, week, &mut tidings).await?;
        }
        Ok(tidings)
    }

    async fn claim_letter(
        &self,
        person: PersonId,
        monday: NaiveDate,
    ) -> Result<Option<Addressee>, StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                let row: Option<(String, String, String)> = sqlx::query_as(
                    "update mail_addresses set sent = ?2
                     where person = ?1 and weekly = 1 and (sent is null or sent < ?2)
                     returning address, (select lang from people where id = person),
                               (select role from people where id = person)",
                )
                .bind(person.0)
                .bind(monday.to_string())
                .fetch_optional(connection)
                .await?;
                Ok(row.map(|(address, lang, role)| {
                    let role = Role::from_word(&role);
                    Addressee { role, address, lang }
                }))
            })
        })
        .await
    }

    async fn return_letter(&self, person: PersonId, monday: NaiveDate) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("update mail_addresses set sent = null where person = ? and sent = ?")
                    .bind(person.0)
                    .bind(monday.to_string())
                    .execute(connection)
                    .await?;
                Ok(())
            })
        })
        .await
    }
}

/// A person's address, and whether they want the letter of the week.
pub(super) async fn read(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Digest, StoreError> {
    let row: Option<(String, bool)> =
        sqlx::query_as("select address, weekly from mail_addresses where person = ?")
            .bind(person.0)
            .fetch_optional(connection)
            .await?;
    Ok(row.map_or_else(Digest::default, |(address, weekly)| Digest {
        address: Some(address),
        weekly,
    }))
}

pub(super) async fn change(
    connection: &mut SqliteConnection,
    person: PersonId,
    change: ChangeDigest,
    at: Timestamp,
) -> Result<Digest, StoreError> {
    let known = read(connection, person).await?;
    let address = change.address.or(known.address).filter(|address| !address.is_empty());
    let Some(address) = address else {
        if change.weekly == Some(true) {
            return Err(StoreError::Conflict);
        }
        sqlx::query("delete from mail_addresses where person = ?")
            .bind(person.0)
            .execute(&mut *connection)
            .await?;
        consents::follow_letter(connection, person, false, at).await?;
        return Ok(Digest::default());
    };
    let weekly = change.weekly.unwrap_or(known.weekly);
    // Whoever asks for it on a Wednesday gets the next one, not that of last Monday.
    sqlx::query(
        "insert into mail_addresses (person, address, weekly, since) values (?1, ?2, ?3, ?4)
         on conflict (person) do update set address = ?2, weekly = ?3,
             since = case when weekly = 1 then since else ?4 end",
    )
    .bind(person.0)
    .bind(address.clone())
    .bind(weekly)
    .bind(at.0)
    .execute(&mut *connection)
    .await?;
    consents::follow_letter(connection, person, weekly, at).await?;
    Ok(Digest { address: Some(address), weekly })
}

/// Adds what the shared space of one board has for a letter.
async fn count(
    connection: &mut SqliteConnection,
    board: BoardId,
    mentor: PersonId,
    week: Week,
    tidings: &mut Tidings,
) -> Result<(), StoreError> {
    let row = boards::find_space(connection, board, None).await?;
    let space = boards::read_space(connection, &row).await?;
    let live = || space.items.values().filter(|item| item.is_live());
    let is_ahead = |item: &Item| {
        let meeting = item.as_meeting();
        meeting.is_some_and(|it| it.state == MeetingState::Planned && it.on >= week.today)
    };
    let rests = |item: &Item| item.as_pause().is_some_and(|it| it.covers(week.today));
    tidings.duos += 1;
    tidings.planned += u32::from(live().any(is_ahead));
    tidings.resting += u32::from(live().any(rests));
    let changes: Vec<String> =
        sqlx::query_scalar("select change from events where space = ? and at >= ? and author <> ?")
            .bind(row.id)
            .bind(week.since.0)
            .bind(mentor.0)
            .fetch_all(connection)
            .await?;
    let mut touched = BTreeSet::new();
    for change in &changes {
        touched.extend(subjects(&serde_json::from_str(change)?));
    }
    let there = touched.iter().filter(|id| {
        let item = space.items.get(id);
        item.is_some_and(|item| item.removed.is_none())
    });
    tidings.news += u32::try_from(there.count()).unwrap_or(u32::MAX);
    Ok(())
}

/// What is new or other after a change. That somebody read something is no news.
fn subjects(change: &Change) -> Vec<ItemId> {
    match change {
        Change::Op(Op::SeeComments { .. }) | Change::Depart(_) => Vec::new(),
        Change::Op(op) => op.added().map_or_else(|| targets(op).to_vec(), |id| vec![id]),
        Change::Arrive(items) => items.iter().map(|item| item.id).collect(),
    }
}
