//! The directory of services.

use super::{LAST, slug};
use crate::store::{
    StoreError,
    library::{ServiceRow, ServiceText},
    sqlite::boards::count,
};
use board::{protocol::library::ServiceInfo, slug::Slug, time::Timestamp};
use chrono::NaiveDate;
use sqlx::{SqliteConnection, SqlitePool};

type Columns = (
    String,
    String,
    String,
    String,
    String,
    String,
    Option<String>,
    i64,
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    bool,
);

/// All services, or one, in the order of the directory.
pub(super) async fn read(
    pool: &SqlitePool,
    only: Option<&Slug>,
    lang: &str,
) -> Result<Vec<ServiceInfo>, StoreError> {
    let rows: Vec<Columns> = sqlx::query_as(
        "select s.id, s.kind, s.regions, s.themes, s.web, s.phone, s.verified, s.version,
                t.name, t.does, t.who, t.bring, t.contact,
                json_array(t.note, t.first_question), t.lang, s.retired
         from services s
         join service_texts t on t.service = s.id and t.lang = (
             select lang from service_texts where service = s.id
             order by lang = ?1 desc, lang = 'fr' desc, lang limit 1)
         where ?2 is null or s.id = ?2
         order by s.place, s.id",
    )
    .bind(lang.to_owned())
    .bind(only.map(Slug::to_string))
    .fetch_all(pool)
    .await?;
    rows.into_iter().map(service).collect()
}

fn service(row: Columns) -> Result<ServiceInfo, StoreError> {
    let (id, kind, regions, themes, web, phone, verified, version, name, ..) = row;
    let (.., does, who, bring, contact, rest, lang, retired) = row;
    // A row of a tuple has at most sixteen columns.
    let [note, first_question]: [String; 2] = serde_json::from_str(&rest)?;
    let day = verified.map(|day| day.parse()).transpose();
    Ok(ServiceInfo {
        id: slug(id)?,
        kind: slug(kind)?,
        name,
        regions: serde_json::from_str(&regions)?,
        themes: serde_json::from_str(&themes)?,
        does,
        who,
        bring: serde_json::from_str(&bring)?,
        contact,
        web,
        phone,
        note,
        first_question,
        verified: day.map_err(|error| StoreError::Trouble(Box::new(error)))?,
        lang,
        retired,
        version: count(version)?,
    })
}

/// Adds a service: with its place, one that the product ships; without, one that people look
/// after.
pub(super) async fn add(
    connection: &mut SqliteConnection,
    service: ServiceRow,
    shipped: Option<i64>,
    at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into services
            (id, place, kind, regions, themes, web, phone, verified, edited, changed)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(service.id.to_string())
    .bind(shipped.unwrap_or(LAST))
    .bind(service.kind.to_string())
    .bind(serde_json::to_string(&service.regions)?)
    .bind(serde_json::to_string(&service.themes)?)
    .bind(service.web.clone())
    .bind(service.phone.clone())
    .bind(service.verified.map(|day| day.to_string()))
    .bind(shipped.is_none())
    .bind(at.0)
    .execute(&mut *connection)
    .await?;
    put_texts(connection, &service).await
}

pub(super) async fn write_again(
    connection: &mut SqliteConnection,
    service: ServiceRow,
    version: u64,
    at: Timestamp,
) -> Result<(), StoreError> {
    is_version(connection, &service.id, version).await?;
    put(connection, service, true, at).await
}

/// Whether a service still is the version that somebody has before them.
async fn is_version(
    connection: &mut SqliteConnection,
    id: &Slug,
    version: u64,
) -> Result<(), StoreError> {
    let found: i64 = sqlx::query_scalar("select version from services where id = ?")
        .bind(id.to_string())
        .fetch_one(connection)
        .await?;
    if count(found)? == version { Ok(()) } else { Err(StoreError::Stale) }
}

/// Its words stay those of the product, if they were.
pub(super) async fn verify(
    connection: &mut SqliteConnection,
    id: &Slug,
    version: u64,
    day: NaiveDate,
    at: Timestamp,
) -> Result<(), StoreError> {
    is_version(connection, id, version).await?;
    sqlx::query(
        "update services set verified = ?, version = version + 1, changed = ? where id = ?",
    )
    .bind(day.to_string())
    .bind(at.0)
    .bind(id.to_string())
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn retire(
    connection: &mut SqliteConnection,
    id: &Slug,
    version: u64,
    retired: bool,
    at: Timestamp,
) -> Result<(), StoreError> {
    is_version(connection, id, version).await?;
    sqlx::query("update services set retired = ?, version = version + 1, changed = ? where id = ?")
        .bind(retired)
        .bind(at.0)
        .bind(id.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

/// Writes over a service that is there, as a new version of it.
pub(super) async fn put(
    connection: &mut SqliteConnection,
    service: ServiceRow,
    edited: bool,
    at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        // What ships does not undo that somebody looked later.
        "update services set kind = ?1, regions = ?2, themes = ?3, web = ?4, phone = ?5,
                verified = case when ?7 or verified is null or ?6 > verified then ?6
                                else verified end,
                edited = ?7, version = version + 1, changed = ?8 where id = ?9",
    )
    .bind(service.kind.to_string())
    .bind(serde_json::to_string(&service.regions)?)
    .bind(serde_json::to_string(&service.themes)?)
    .bind(service.web.clone())
    .bind(service.phone.clone())
    .bind(service.verified.map(|day| day.to_string()))
    .bind(edited)
    .bind(at.0)
    .bind(service.id.to_string())
    .execute(&mut *connection)
    .await?;
    put_texts(connection, &service).await
}

async fn put_texts(
    connection: &mut SqliteConnection,
    service: &ServiceRow,
) -> Result<(), StoreError> {
    for text in &service.texts {
        put_text(connection, &service.id, text).await?;
    }
    Ok(())
}

async fn put_text(
    connection: &mut SqliteConnection,
    service: &Slug,
    text: &ServiceText,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert or replace into service_texts
            (service, lang, name, does, who, bring, contact, note, first_question)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(service.to_string())
    .bind(text.lang.clone())
    .bind(text.name.clone())
    .bind(text.does.clone())
    .bind(text.who.clone())
    .bind(serde_json::to_string(&text.bring)?)
    .bind(text.contact.clone())
    .bind(text.note.clone())
    .bind(text.first_question.clone())
    .execute(connection)
    .await?;
    Ok(())
}
