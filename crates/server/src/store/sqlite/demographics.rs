//! The optional answers for reports, in SQLite: a table of their own that no other query joins but
//! those of the breakdowns.

use super::{boards, consents};
use crate::store::{StoreError, consents::NewConsent};
use board::{
    id::PersonId,
    office::{consent::Purpose, demographics::Demographics},
    protocol::demographics::{DemographicsInfo, SetDemographics},
};
use sqlx::SqliteConnection;

pub(super) async fn read(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<DemographicsInfo, StoreError> {
    let row: Option<(String, i64)> =
        sqlx::query_as("select answers, version from demographics where person = ?")
            .bind(person.0)
            .fetch_optional(&mut *connection)
            .await?;
    let agreed = consents::state(connection, person, Purpose::Demographics).await?;
    let (answers, version) = match row {
        Some((text, version)) => (serde_json::from_str(&text)?, boards::count(version)?),
        None => (Demographics::default(), 0),
    };
    Ok(DemographicsInfo { answers, version, agreed })
}

pub(super) async fn write(
    connection: &mut SqliteConnection,
    consent: NewConsent,
    set: SetDemographics,
    version: u64,
) -> Result<(), StoreError> {
    let known = read(connection, consent.person).await?;
    if known.version != version {
        return Err(StoreError::Stale);
    }
    if known.agreed != Some(true) {
        // Who said no can say yes again, and nobody else for them.
        let for_another = consent.author != consent.person && known.agreed == Some(false);
        if !set.agreed || for_another {
            return Err(StoreError::Conflict);
        }
        consents::give(connection, &consent).await?;
    }
    sqlx::query(
        "insert into demographics (person, answers, version, changed) values (?1, ?2, ?3, ?4)
         on conflict (person) do update set answers = ?2, version = ?3, changed = ?4",
    )
    .bind(consent.person.0)
    .bind(serde_json::to_string(&set.answers)?)
    .bind(boards::number(version + 1)?)
    .bind(consent.at.0)
    .execute(connection)
    .await?;
    Ok(())
}
