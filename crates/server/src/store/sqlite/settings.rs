//! The settings of the association in SQLite: a row a value, none for what was never changed.

use super::{SqliteStore, boards, tidy::trouble};
use crate::store::{StoreError, settings::SettingStore};
use async_trait::async_trait;
use board::office::setting::Settings;
use sqlx::SqliteConnection;

/// The name under which their version stands.
const VERSION: &str = "version";

#[async_trait]
impl SettingStore for SqliteStore {
    async fn settings(&self) -> Result<(Settings, u64), StoreError> {
        let mut connection = self.reader().acquire().await?;
        read(&mut connection).await
    }

    async fn change_settings(&self, to: Settings, version: u64) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                let (_, known) = read(connection).await?;
                if known != version {
                    return Err(StoreError::Stale);
                }
                for (name, value) in Settings::NAMES.into_iter().zip(to.values()) {
                    write(connection, name, i64::from(value)).await?;
                }
                write(connection, VERSION, boards::number(version + 1)?).await
            })
        })
        .await
    }
}

pub(super) async fn read(connection: &mut SqliteConnection) -> Result<(Settings, u64), StoreError> {
    let rows: Vec<(String, i64)> =
        sqlx::query_as("select name, value from settings").fetch_all(connection).await?;
    let find = |wanted: &str| rows.iter().find(|(name, _)| name == wanted).map(|(_, value)| *value);
    let mut values = Settings::default().values();
    for (name, value) in Settings::NAMES.into_iter().zip(&mut values) {
        if let Some(found) = find(name) {
            *value = u16::try_from(found).map_err(trouble)?;
        }
    }
    Ok((Settings::from_values(values), boards::count(find(VERSION).unwrap_or(1))?))
}

async fn write(
    connection: &mut SqliteConnection,
    name: &str,
    value: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into settings (name, value) values (?, ?)
         on conflict (name) do update set value = excluded.value",
    )
    .bind(name.to_owned())
    .bind(value)
    .execute(connection)
    .await?;
    Ok(())
}
