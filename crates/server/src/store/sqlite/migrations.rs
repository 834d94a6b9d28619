//! Brings a database file up to date. The steps are in `migrations/sqlite`, the same numbers as
//! in every other engine's folder.

use crate::store::StoreError;
use sqlx::{
    SqlStr, SqliteConnection,
    migrate::{Migration, MigrationType, Migrator},
};

/// Every step, oldest first. A step that was released is never changed.
const STEPS: [(i64, &str, &str); 5] = [
    (1, "boards", include_str!("../../../migrations/sqlite/0001_boards.sql")),
    (2, "people", include_str!("../../../migrations/sqlite/0002_people.sql")),
    (3, "account", include_str!("../../../migrations/sqlite/0003_account.sql")),
    (4, "library", include_str!("../../../migrations/sqlite/0004_library.sql")),
    (5, "mail", include_str!("../../../migrations/sqlite/0005_mail.sql")),
];

/// Runs the steps that this file has not seen.
pub(super) async fn run(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let steps = STEPS.map(|(version, name, sql)| {
        Migration::new(version, name.into(), MigrationType::Simple, SqlStr::from_static(sql), false)
    });
    Migrator::with_migrations(steps.to_vec())
        .run(connection)
        .await
        .map_err(|error| StoreError::Trouble(Box::new(error)))
}
