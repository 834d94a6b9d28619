//! What SQLite's refusals mean for the rest of the server.

use crate::store::StoreError;
use sqlx::error::ErrorKind;

/// Primary result codes of SQLite (<https://sqlite.org/rescode.html>).
const BUSY: i32 = 5;
const LOCKED: i32 = 6;
const FULL: i32 = 13;

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::RowNotFound => Self::NotFound,
            sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
                Self::Unavailable
            }
            sqlx::Error::Database(refusal) => {
                let code = refusal.code().and_then(|code| code.parse::<i32>().ok()).unwrap_or(0);
                match (code & 0xff, refusal.kind()) {
                    (FULL, _) => Self::DiskFull,
                    (BUSY | LOCKED, _) => Self::Unavailable,
                    (_, ErrorKind::UniqueViolation | ErrorKind::ForeignKeyViolation) => {
                        Self::Conflict
                    }
                    _ => Self::Trouble(Box::new(error)),
                }
            }
            _ => Self::Trouble(Box::new(error)),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Trouble(Box::new(error))
    }
}
