//! Consents in SQLite: a row each time somebody agreed, with when it was withdrawn.

use super::{SqliteStore, care, mail, people};
use crate::store::{
    StoreError,
    consents::{ConsentStore, NewConsent},
};
use async_trait::async_trait;
use board::{
    actor::Role,
    id::{DuoId, PersonId},
    office::consent::Purpose,
    protocol::{
        account::ChangeDigest,
        consents::{ConsentInfo, ConsentState, Given},
        demographics::{DemographicsInfo, SetDemographics},
    },
    time::Timestamp,
};
use sqlx::SqliteConnection;
use uuid::Uuid;

#[async_trait]
impl ConsentStore for SqliteStore {
    async fn consents(&self, person: PersonId) -> Result<Vec<ConsentInfo>, StoreError> {
        let mut connection = self.reader().acquire().await?;
        read_all(&mut connection, person).await
    }

    async fn give_consent(&self, new: NewConsent) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(async move { give(connection, &new).await })).await
    }

    async fn withdraw_consent(&self, refusal: NewConsent) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(withdraw(connection, refusal))).await
    }

    async fn consent_states(
        &self,
        staff: PersonId,
        duo: DuoId,
    ) -> Result<Vec<ConsentState>, StoreError> {
        let mut connection = self.reader().acquire().await?;
        let duo = care::find(&mut connection, staff, duo).await?;
        let mut states = Vec::new();
        for (person, role) in [(duo.mentee, Role::Mentee), (duo.mentor, Role::Mentor)] {
            // A letter is between the mentor and the post.
            let asked = Purpose::ALL.iter().copied().filter(|it| *it != Purpose::Letters);
            for purpose in asked.filter(|purpose| purpose.concerns(&role)) {
                let given = state(&mut connection, person, purpose).await?;
                states.push(ConsentState { person, purpose, given });
            }
        }
        Ok(states)
    }

    async fn demographics(&self, person: PersonId) -> Result<DemographicsInfo, StoreError> {
        let mut connection = self.reader().acquire().await?;
        super::demographics::read(&mut connection, person).await
    }

    async fn set_demographics(
        &self,
        consent: NewConsent,
        set: SetDemographics,
        version: u64,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(super::demographics::write(connection, consent, set, version))
        })
        .await
    }
}

/// Yes or no; nothing while the person was never asked.
pub(super) async fn state(
    connection: &mut SqliteConnection,
    person: PersonId,
    purpose: Purpose,
) -> Result<Option<bool>, StoreError> {
    let stands: Option<bool> = sqlx::query_scalar(
        "select max(withdrawn is null) from consents where person = ? and purpose = ?",
    )
    .bind(person.0)
    .bind(purpose.as_str())
    .fetch_one(connection)
    .await?;
    Ok(stands)
}

pub(super) async fn read_all(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Vec<ConsentInfo>, StoreError> {
    type Columns = (String, i64, String, i64, Option<i64>, Uuid, String);
    let role: String = sqlx::query_scalar("select role from people where id = ?")
        .bind(person.0)
        .fetch_one(&mut *connection)
        .await?;
    let role = Role::from_word(&role);
    let rows: Vec<Columns> = sqlx::query_as(
        "select purpose, text_version, consents.lang, given, withdrawn, author, people.name
         from consents join people on people.id = consents.author
         where person = ? order by withdrawn is null, given",
    )
    .bind(person.0)
    .fetch_all(connection)
    .await?;
    let info = |purpose: Purpose| {
        let last = rows.iter().rev().find(|row| row.0 == purpose.as_str());
        let given = last.filter(|row| row.4.is_none()).map(|row| Given {
            at: Timestamp(row.3),
            text_version: u16::try_from(row.1).unwrap_or_default(),
            lang: row.2.clone(),
            heard_by: (row.5 != person.0).then(|| row.6.clone()),
        });
        let withdrawn = last.and_then(|row| row.4).map(Timestamp);
        ConsentInfo { purpose, text_version: purpose.text_version(), given, withdrawn }
    };
    Ok(Purpose::ALL.iter().copied().filter(|it| it.concerns(&role)).map(info).collect())
}

/// Notes a consent to the text of today, unless one stands.
pub(super) async fn give(
    connection: &mut SqliteConnection,
    new: &NewConsent,
) -> Result<(), StoreError> {
    let stands: Option<i64> = sqlx::query_scalar(
        "select text_version from consents
         where person = ? and purpose = ? and withdrawn is null",
    )
    .bind(new.person.0)
    .bind(new.purpose.as_str())
    .fetch_optional(&mut *connection)
    .await?;
    if stands == Some(i64::from(new.purpose.text_version())) {
        return Ok(());
    }
    end(connection, new).await?;
    insert(connection, new, None).await
}

/// Ends the consent that stands; false when there is none.
async fn end(connection: &mut SqliteConnection, of: &NewConsent) -> Result<bool, StoreError> {
    let ended = sqlx::query(
        "update consents set withdrawn = ?
         where person = ? and purpose = ? and withdrawn is null",
    )
    .bind(of.at.0)
    .bind(of.person.0)
    .bind(of.purpose.as_str())
    .execute(connection)
    .await?;
    Ok(ended.rows_affected() > 0)
}

async fn insert(
    connection: &mut SqliteConnection,
    new: &NewConsent,
    withdrawn: Option<Timestamp>,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert or replace into consents
            (person, purpose, text_version, lang, given, withdrawn, author)
         values (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(new.person.0)
    .bind(new.purpose.as_str())
    .bind(new.purpose.text_version())
    .bind(new.lang.clone())
    .bind(new.at.0)
    .bind(withdrawn.map(|at| at.0))
    .bind(new.author.0)
    .execute(connection)
    .await?;
    Ok(())
}

async fn withdraw(
    connection: &mut SqliteConnection,
    refusal: NewConsent,
) -> Result<(), StoreError> {
    let person = refusal.person;
    let refused = state(connection, person, refusal.purpose).await? == Some(false);
    if !end(connection, &refusal).await? && !refused {
        insert(connection, &refusal, Some(refusal.at)).await?;
    }
    match refusal.purpose {
        Purpose::FollowUp => {
            sqlx::query(
                "update follow_ups set token = null, expires = null where duo in (
                     select duos.id from duos join boards on boards.id = duos.board
                     where boards.mentee = ?)",
            )
            .bind(person.0)
            .execute(connection)
            .await?;
        }
        Purpose::Demographics => {
            sqlx::query("delete from demographics where person = ?")
                .bind(person.0)
                .execute(connection)
                .await?;
        }
        Purpose::Letters => {
            let off = ChangeDigest { address: None, weekly: Some(false) };
            mail::change(connection, person, off, refusal.at).await?;
        }
        // Nothing is kept for it but the consent.
        Purpose::Story => {}
    }
    Ok(())
}

/// The letter of the week was switched: asking for it is the consent, for a mentor.
pub(super) async fn follow_letter(
    connection: &mut SqliteConnection,
    person: PersonId,
    weekly: bool,
    at: Timestamp,
) -> Result<(), StoreError> {
    let row: people::PersonColumns =
        sqlx::query_as("select id, role, name, lang from people where id = ?")
            .bind(person.0)
            .fetch_one(&mut *connection)
            .await?;
    let who = people::person(row);
    let purpose = Purpose::Letters;
    if !purpose.concerns(&who.role) {
        return Ok(());
    }
    let consent = NewConsent { person, purpose, lang: who.lang, author: person, at };
    if weekly {
        give(connection, &consent).await
    } else {
        end(connection, &consent).await.map(drop)
    }
}
