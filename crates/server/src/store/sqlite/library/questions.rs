//! Questions of mentees to the library. Nothing here may lead to whoever asked.

use super::slug;
use crate::store::StoreError;
use board::{
    protocol::library::{CodeQuestion, NewCodeQuestion},
    slug::Slug,
};
use chrono::NaiveDate;
use sqlx::{SqliteConnection, SqlitePool};

/// Most questions in one answer, newest first.
const SHOWN_MAX: i64 = 200;

pub(super) async fn add(
    connection: &mut SqliteConnection,
    id: String,
    question: NewCodeQuestion,
    day: NaiveDate,
) -> Result<(), StoreError> {
    // The same words again are the same question.
    sqlx::query(
        "insert into code_questions (id, sector, code, lang, text, day)
         values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing",
    )
    .bind(id)
    .bind(question.sector.to_string())
    .bind(question.code.map(String::from))
    .bind(question.lang)
    .bind(question.text)
    .bind(day.to_string())
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn read(
    pool: &SqlitePool,
    sector: Option<&Slug>,
) -> Result<Vec<CodeQuestion>, StoreError> {
    type Columns = (String, String, Option<String>, String, String);
    let rows: Vec<Columns> = sqlx::query_as(
        "select id, sector, code, lang, text from code_questions
         where ?1 is null or sector = ?1 order by day desc, id limit ?2",
    )
    .bind(sector.map(Slug::to_string))
    .bind(SHOWN_MAX)
    .fetch_all(pool)
    .await?;
    rows.into_iter()
        .map(|(id, sector, code, lang, text)| {
            let code = code.map(slug).transpose()?;
            Ok(CodeQuestion { id: slug(id)?, sector: slug(sector)?, code, text, lang })
        })
        .collect()
}

pub(super) async fn remove(
    connection: &mut SqliteConnection,
    id: String,
) -> Result<(), StoreError> {
    let removed =
        sqlx::query("delete from code_questions where id = ?").bind(id).execute(connection).await?;
    if removed.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
}
