//! Talks of coordinators with the two of a duo, in SQLite.

mod due;

use super::{SqliteStore, boards, care};
use crate::store::{
    StoreError,
    contacts::{ContactRow, ContactStore},
};
use async_trait::async_trait;
use board::{
    id::{ContactId, DuoId, PersonId},
    office::contact::{Channel, SpokeWith},
    protocol::contacts::{ContactCalendar, NewContact, OfficeContact},
    time::Timestamp,
};
use chrono::NaiveDate;
use sqlx::SqliteConnection;
use uuid::Uuid;

#[async_trait]
impl ContactStore for SqliteStore {
    async fn contacts(
        &self,
        staff: PersonId,
        duo: DuoId,
    ) -> Result<Vec<OfficeContact>, StoreError> {
        let mut connection = self.reader().acquire().await?;
        care::find(&mut connection, staff, duo).await?;
        read(&mut connection, staff, Some(duo), None).await
    }

    async fn contact_row(
        &self,
        staff: PersonId,
        contact: ContactId,
    ) -> Result<ContactRow, StoreError> {
        let (start, own): (String, bool) = sqlx::query_as(
            "select duos.start, contacts.author = ?2
             from contacts join duos on duos.id = contacts.duo
             join staff_branches mine on mine.branch = duos.branch and mine.person = ?2
             where contacts.id = ?1",
        )
        .bind(contact.0)
        .bind(staff.0)
        .fetch_one(self.reader())
        .await?;
        Ok(ContactRow { start: day(&start)?, own })
    }

    async fn add_contact(
        &self,
        staff: PersonId,
        duo: DuoId,
        contact: ContactId,
        new: NewContact,
        at: Timestamp,
    ) -> Result<OfficeContact, StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                care::find(connection, staff, duo).await?;
                insert(connection, staff, duo, contact, &new, at).await?;
                one(connection, staff, contact).await
            })
        })
        .await
    }

    async fn change_contact(
        &self,
        staff: PersonId,
        contact: ContactId,
        version: u64,
        new: NewContact,
    ) -> Result<OfficeContact, StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                let version = boards::number(version)?;
                let changed = sqlx::query(
                    "update contacts set seat = ?, day = ?, channel = ?, follow_up = ?, note = ?,
                                         version = version + 1
                     where id = ? and author = ? and version = ?",
                )
                .bind(new.with.as_str())
                .bind(new.day.to_string())
                .bind(new.channel.as_str())
                .bind(new.follow_up.map(|day| day.to_string()))
                .bind(new.note)
                .bind(contact.0)
                .bind(staff.0)
                .bind(version)
                .execute(&mut *connection)
                .await?;
                let now = one(connection, staff, contact).await?;
                if changed.rows_affected() == 0 { Err(StoreError::Stale) } else { Ok(now) }
            })
        })
        .await
    }

    async fn remove_contact(
        &self,
        staff: PersonId,
        contact: ContactId,
        version: u64,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                let removed =
                    sqlx::query("delete from contacts where id = ? and author = ? and version = ?")
                        .bind(contact.0)
                        .bind(staff.0)
                        .bind(boards::number(version)?)
                        .execute(&mut *connection)
                        .await?;
                if removed.rows_affected() == 0 {
                    one(connection, staff, contact).await?;
                    return Err(StoreError::Stale);
                }
                Ok(())
            })
        })
        .await
    }

    async fn contact_calendar(
        &self,
        staff: PersonId,
        only_mine: bool,
        now: Timestamp,
    ) -> Result<ContactCalendar, StoreError> {
        due::calendar(self, staff, only_mine, now).await
    }
}

/// Adds a talk.
pub(super) async fn insert(
    connection: &mut SqliteConnection,
    author: PersonId,
    duo: DuoId,
    contact: ContactId,
    new: &NewContact,
    at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into contacts (id, duo, seat, day, channel, follow_up, note, author, at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(contact.0)
    .bind(duo.0)
    .bind(new.with.as_str())
    .bind(new.day.to_string())
    .bind(new.channel.as_str())
    .bind(new.follow_up.map(|day| day.to_string()))
    .bind(new.note.clone())
    .bind(author.0)
    .bind(at.0)
    .execute(connection)
    .await?;
    Ok(())
}

async fn one(
    connection: &mut SqliteConnection,
    staff: PersonId,
    contact: ContactId,
) -> Result<OfficeContact, StoreError> {
    let found = read(connection, staff, None, Some(contact)).await?;
    found.into_iter().next().ok_or(StoreError::NotFound)
}

/// A row: id, version, seat, day, channel, follow-up, note, author's name, own, at.
type Columns = (Uuid, i64, String, String, String, Option<String>, String, String, bool, i64);

async fn read(
    connection: &mut SqliteConnection,
    staff: PersonId,
    duo: Option<DuoId>,
    only: Option<ContactId>,
) -> Result<Vec<OfficeContact>, StoreError> {
    let rows: Vec<Columns> = sqlx::query_as(
        "select contacts.id, contacts.version, seat, day, channel, follow_up, note, people.name,
                contacts.author = ?1, contacts.at
         from contacts join people on people.id = contacts.author
         where (?2 is null or contacts.duo = ?2) and (?3 is null or contacts.id = ?3)
         order by day desc, contacts.at desc, contacts.id desc",
    )
    .bind(staff.0)
    .bind(duo.map(|duo| duo.0))
    .bind(only.map(|contact| contact.0))
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(contact).collect()
}

fn contact(row: Columns) -> Result<OfficeContact, StoreError> {
    let (id, version, seat, on, channel, follow_up, note, author, own, at) = row;
    Ok(OfficeContact {
        id: ContactId(id),
        version: boards::count(version)?,
        said: NewContact {
            with: SpokeWith::from_word(&seat).ok_or_else(|| unknown(&seat))?,
            day: day(&on)?,
            channel: Channel::from_word(&channel).unwrap_or(Channel::OtherWay),
            follow_up: follow_up.as_deref().map(day).transpose()?,
            note,
        },
        author,
        own,
        at: Timestamp(at),
    })
}

/// A day as the database keeps it.
pub(super) fn day(text: &str) -> Result<NaiveDate, StoreError> {
    text.parse().map_err(|error: chrono::ParseError| StoreError::Trouble(Box::new(error)))
}

/// A listed word that this version does not know.
pub(super) fn unknown(word: &str) -> StoreError {
    StoreError::Trouble(format!("{word} is no word of a list").into())
}
