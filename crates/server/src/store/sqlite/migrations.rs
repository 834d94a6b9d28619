//! Brings a database file up to date. The steps are in `migrations/sqlite`, the same numbers as
//! in every other engine's folder.

use crate::store::StoreError;
use sqlx::{
    SqlStr, SqliteConnection,
    migrate::{MigrateError, Migration, MigrationType, Migrator},
};

/// Every step, oldest first. A step that was released is never changed.
const STEPS: &[(i64, &str, &str)] = &[
    (1, "boards", include_str!("../../../migrations/sqlite/0001_boards.sql")),
    (2, "people", include_str!("../../../migrations/sqlite/0002_people.sql")),
    (3, "account", include_str!("../../../migrations/sqlite/0003_account.sql")),
    (4, "library", include_str!("../../../migrations/sqlite/0004_library.sql")),
    (5, "mail", include_str!("../../../migrations/sqlite/0005_mail.sql")),
    (6, "office", include_str!("../../../migrations/sqlite/0006_office.sql")),
    (7, "setup", include_str!("../../../migrations/sqlite/0007_setup.sql")),
    (8, "figures", include_str!("../../../migrations/sqlite/0008_figures.sql")),
    (9, "uploads", include_str!("../../../migrations/sqlite/0009_uploads.sql")),
    (10, "reminders", include_str!("../../../migrations/sqlite/0010_reminders.sql")),
    (11, "drafts", include_str!("../../../migrations/sqlite/0011_drafts.sql")),
];

/// Runs the steps that this file has not seen.
pub(super) async fn run(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let step = |(version, name, sql): &(i64, &'static str, &'static str)| {
        let sql = SqlStr::from_static(sql);
        Migration::new(*version, (*name).into(), MigrationType::Simple, sql, false)
    };
    Migrator::with_migrations(STEPS.iter().map(step).collect()).run(connection).await.map_err(
        |error| match error {
            // A full disk is to be told as one: its remedy is another.
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
            error => StoreError::Trouble(Box::new(error)),
        },
    )
}
