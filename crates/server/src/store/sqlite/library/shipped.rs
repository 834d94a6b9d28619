//! Taking in what the product ships with: at the first start, and again when a newer version of
//! the product ships something else. What people wrote or changed stays as they left it.

use super::{card_changes, services};
use crate::store::{
    StoreError,
    library::{ServiceRow, ShippedCard},
};
use board::time::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;

pub(super) async fn take_in(
    connection: &mut SqliteConnection,
    cards: Vec<ShippedCard>,
    services: Vec<ServiceRow>,
    at: Timestamp,
) -> Result<(), StoreError> {
    if !is_news(connection, &format!("{cards:?}{services:?}")).await? {
        return Ok(());
    }
    for (place, card) in (0..).zip(cards) {
        take_in_card(connection, place, card, at).await?;
    }
    for (place, service) in (0..).zip(services) {
        take_in_service(connection, place, service, at).await?;
    }
    Ok(())
}

/// Whether this content differs from what was taken in last; then it is remembered.
async fn is_news(connection: &mut SqliteConnection, content: &str) -> Result<bool, StoreError> {
    let hash = Sha256::digest(content);
    let number = i64::from_be_bytes(hash[..8].try_into().expect("eight bytes were taken"));
    let noted = sqlx::query(
        "insert into meta (name, value) values ('content', ?1)
         on conflict (name) do update set value = ?1 where value <> ?1",
    )
    .bind(number)
    .execute(connection)
    .await?;
    Ok(noted.rows_affected() > 0)
}

async fn take_in_card(
    connection: &mut SqliteConnection,
    place: i64,
    card: ShippedCard,
    at: Timestamp,
) -> Result<(), StoreError> {
    let id = card.id.to_string();
    let Some(source) = card.texts.first() else { return Ok(()) };
    // The first version is the shipped one; any later one is somebody's.
    let taken = sqlx::query(
        "insert into cards (id, place, sector, lang, named, state, created, changed)
         values (?1, ?5, ?2, ?3, 0, 'published', ?4, ?4)
         on conflict (id) do update set place = ?5, sector = ?2, changed = ?4
         where version = 1 and author is null",
    )
    .bind(id.clone())
    .bind(card.sector.to_string())
    .bind(source.lang.clone())
    .bind(at.0)
    .bind(place)
    .execute(&mut *connection)
    .await?;
    if taken.rows_affected() == 0 {
        return Ok(());
    }
    for text in &card.texts {
        card_changes::put_text(connection, &id, text).await?;
    }
    card_changes::note(connection, &id, None, at).await
}

async fn take_in_service(
    connection: &mut SqliteConnection,
    place: i64,
    service: ServiceRow,
    at: Timestamp,
) -> Result<(), StoreError> {
    let edited: Option<bool> = sqlx::query_scalar("select edited from services where id = ?")
        .bind(service.id.to_string())
        .fetch_optional(&mut *connection)
        .await?;
    match edited {
        Some(true) => Ok(()),
        Some(false) => services::put(connection, service, false, at).await,
        None => services::add(connection, service, Some(place), at).await,
    }
}
