//! Reading what a sector code once was.

use super::slug;
use crate::store::{StoreError, sqlite::boards::count};
use board::{
    protocol::library::{CardState, CodeVersion},
    slug::Slug,
    time::Timestamp,
};
use sqlx::SqlitePool;

pub(super) async fn read(pool: &SqlitePool, id: &Slug) -> Result<Vec<CodeVersion>, StoreError> {
    type Columns = (i64, i64, Option<String>, String, String, String, String);
    // An author who stays unnamed is unnamed for coordinators too.
    let rows: Vec<Columns> = sqlx::query_as(
        "select h.version, h.at, iif(h.person is not c.author or c.named, p.name, null),
                h.state, h.sector, h.reply, h.texts
         from card_history h join cards c on c.id = h.card
         left join people p on p.id = h.person
         where h.card = ? order by h.version desc",
    )
    .bind(id.to_string())
    .fetch_all(pool)
    .await?;
    rows.into_iter()
        .map(|(version, at, by, state, sector, reply, texts)| {
            Ok(CodeVersion {
                version: count(version)?,
                at: Timestamp(at),
                by,
                state: CardState::from_word(&state),
                sector: slug(sector)?,
                reply,
                texts: serde_json::from_str(&texts)?,
            })
        })
        .collect()
}
