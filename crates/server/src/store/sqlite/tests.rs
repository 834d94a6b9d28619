//! The writer: what an answer means, what a failure leaves, and a full disk.

use super::*;
use crate::store::{
    boards::{BoardStore, SubmitError},
    people::{PeopleStore, Person},
};
use board::{
    actor::Role,
    id::{BoardId, DeviceId, ItemId, PersonId},
    objective::Horizon,
    op::{AddObjective, Op},
    protocol::boards::{Cursor, NumberedOp, Submit},
    time::Timestamp,
};
use futures_util::future::join_all;
use sqlx::Row;
use tempfile::TempDir;
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_790_000_000_000);
const MENTEE: PersonId = PersonId(Uuid::from_u128(1));

async fn store() -> (TempDir, SqliteStore, BoardId) {
    let folder = TempDir::new().unwrap();
    let store = SqliteStore::open(&folder.path().join("test.db"), Hub::default()).await.unwrap();
    let (role, name, lang) = (Role::Mentee, "Asmae".to_owned(), "fr".to_owned());
    store.add_staff(&Person { id: MENTEE, role, name, lang }, &[], NOW).await.unwrap();
    let board = store.create_board(MENTEE, NOW).await.unwrap();
    (folder, store, board)
}

fn add(device: u128, seq: u64, notes: &str) -> Submit {
    let op = Op::AddObjective(AddObjective {
        id: ItemId(Uuid::from_u128(device << 32 | u128::from(seq))),
        title: "Travailler".into(),
        horizon: Horizon::Short,
        theme: None,
        notes: notes.into(),
        only_me: false,
        suggested: false,
    });
    let device = DeviceId(Uuid::from_u128(device));
    Submit { device, cursor: Cursor::default(), ops: vec![NumberedOp { seq, op }] }
}

#[tokio::test]
async fn many_writers_share_transactions_and_each_is_answered() {
    let (_folder, store, board) = store().await;
    let writers = (10..110).map(|device| store.submit(board, MENTEE, NOW, add(device, 1, "")));
    for answer in join_all(writers).await {
        assert_eq!(answer.unwrap().receipts.len(), 1);
    }
    assert_eq!(store.cursor(board, MENTEE).await.unwrap().shared, 100);
}

#[tokio::test]
async fn a_failing_job_leaves_nothing_and_harms_no_other() {
    let (_folder, store, board) = store().await;
    let failing = store.write(|connection| {
        Box::pin(async move {
            sqlx::query("delete from spaces").execute(connection).await?;
            Err::<(), _>(StoreError::Stale)
        })
    });
    let (failed, written) = tokio::join!(failing, store.submit(board, MENTEE, NOW, add(10, 1, "")));
    assert!(matches!(failed, Err(StoreError::Stale)));
    assert_eq!(written.unwrap().receipts.len(), 1);
}

#[tokio::test]
async fn a_full_disk_is_said_and_passes() {
    let (_folder, store, board) = store().await;
    let limit = |pages: &'static str| {
        store.write(move |connection| {
            Box::pin(async move {
                sqlx::raw_sql(pages).execute(connection).await?;
                Ok::<(), StoreError>(())
            })
        })
    };
    store.submit(board, MENTEE, NOW, add(10, 1, "")).await.unwrap();
    limit("pragma max_page_count = 1").await.unwrap();
    let notes = "x".repeat(4000);
    let mut seq = 2;
    let full = loop {
        match store.submit(board, MENTEE, NOW, add(10, seq, &notes)).await {
            Ok(_) => seq += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(full, SubmitError::Store(StoreError::DiskFull)), "{full:?}");
    assert_eq!(store.cursor(board, MENTEE).await.unwrap().shared, seq - 1);
    limit("pragma max_page_count = 100000").await.unwrap();
    store.submit(board, MENTEE, NOW, add(10, seq, &notes)).await.unwrap();
    assert_eq!(store.cursor(board, MENTEE).await.unwrap().shared, seq);
}

#[tokio::test]
async fn a_database_keeps_its_epoch_and_its_content() {
    let (folder, store, board) = store().await;
    store.submit(board, MENTEE, NOW, add(10, 1, "")).await.unwrap();
    let before = store.cursor(board, MENTEE).await.unwrap();
    store.close().await;
    let gone = store.submit(board, MENTEE, NOW, add(10, 2, "")).await;
    assert!(matches!(gone, Err(SubmitError::Store(StoreError::Unavailable))));
    let store = SqliteStore::open(&folder.path().join("test.db"), Hub::default()).await.unwrap();
    assert_eq!(store.cursor(board, MENTEE).await.unwrap(), before);
}

#[tokio::test]
async fn the_bundled_engine_is_one_without_the_wal_bug() {
    let (_folder, store, _) = store().await;
    let version: String =
        sqlx::query_scalar("select sqlite_version()").fetch_one(store.reader()).await.unwrap();
    let parts: Vec<u32> = version.split('.').map(|part| part.parse().unwrap()).collect();
    assert!(parts >= vec![3, 51, 3], "{version}");
    for (pragma, expected) in
        [("pragma journal_mode", "wal"), ("pragma synchronous", "2"), ("pragma foreign_keys", "1")]
    {
        let found = store.write(move |connection| {
            Box::pin(async move {
                let row = sqlx::raw_sql(pragma).fetch_one(connection).await?;
                let text = row.try_get::<String, _>(0);
                let number = || row.try_get::<i64, _>(0).map(|number| number.to_string());
                Ok::<_, StoreError>(text.or_else(|_| number())?)
            })
        });
        assert_eq!(found.await.unwrap(), expected, "{pragma}");
    }
}
