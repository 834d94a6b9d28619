//! The one task that writes. It drains its queue into one transaction, commits, then answers:
//! an answer means "on the disk", and many writers share one flush (design.md §5).

use crate::store::StoreError;
use futures_util::future::BoxFuture;
use sqlx::{Connection, SqliteConnection};
use tokio::sync::{mpsc, oneshot};

/// Most jobs in one transaction.
const BATCH_MAX: usize = 256;
/// Most jobs that wait; beyond that, writers wait for a place.
const QUEUE_MAX: usize = 1024;

/// Tells the one who asked what became of the job, once the transaction ended.
type Answer = Box<dyn FnOnce(Result<(), StoreError>) + Send>;

/// What a job did inside the transaction.
struct Done {
    keep: bool,
    answer: Answer,
}

type Job = Box<dyn for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Done> + Send>;

enum Order {
    Write(Job),
    Rewrite(oneshot::Sender<Result<(), StoreError>>),
    Stop(oneshot::Sender<()>),
}

/// The way to the writing task.
pub(super) struct Writer {
    queue: mpsc::Sender<Order>,
}

impl Writer {
    /// Starts the task; it ends when told to, or when nobody can ask any more.
    pub(super) fn start(connection: SqliteConnection) -> Self {
        let (queue, orders) = mpsc::channel(QUEUE_MAX);
        tokio::spawn(serve(connection, orders));
        Self { queue }
    }

    /// See `SqliteStore::write_then`.
    pub(super) async fn run<T, E>(
        &self,
        job: impl for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<T, E>>
        + Send
        + 'static,
        then: impl FnOnce(&mut T) + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (sender, receiver) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            Box::pin(async move {
                let result = job(connection).await;
                let keep = result.is_ok();
                let answer: Answer = Box::new(move |ended| {
                    let result = match (result, ended) {
                        (Ok(mut value), Ok(())) => {
                            then(&mut value);
                            Ok(value)
                        }
                        (Ok(_), Err(error)) => Err(error.into()),
                        (Err(error), _) => Err(error),
                    };
                    // Whoever asked may have gone; the job is done all the same.
                    drop(sender.send(result));
                });
                Done { keep, answer }
            })
        });
        let gone = || E::from(StoreError::Unavailable);
        self.queue.send(Order::Write(job)).await.map_err(|_| gone())?;
        receiver.await.map_err(|_| gone())?
    }

    /// Writes the whole file anew, so that nothing of what was deleted is left in it.
    pub(super) async fn rewrite(&self) -> Result<(), StoreError> {
        let (sender, receiver) = oneshot::channel();
        let gone = |_| StoreError::Unavailable;
        self.queue.send(Order::Rewrite(sender)).await.map_err(|_| StoreError::Unavailable)?;
        receiver.await.map_err(gone)?
    }

    /// Lets the queue run empty and closes the database.
    pub(super) async fn stop(&self) {
        let (sender, receiver) = oneshot::channel();
        if self.queue.send(Order::Stop(sender)).await.is_ok() {
            drop(receiver.await);
        }
    }
}

async fn serve(mut connection: SqliteConnection, mut orders: mpsc::Receiver<Order>) {
    let mut batch = Vec::with_capacity(BATCH_MAX);
    let stopped = loop {
        if orders.recv_many(&mut batch, BATCH_MAX).await == 0 {
            break None;
        }
        let mut jobs = Vec::with_capacity(batch.len());
        let (mut stop, mut rewrites) = (None, Vec::new());
        for order in batch.drain(..) {
            match order {
                Order::Write(job) => jobs.push(job),
                Order::Rewrite(sender) => rewrites.push(sender),
                Order::Stop(sender) => stop = Some(sender),
            }
        }
        transact(&mut connection, jobs).await;
        for sender in rewrites {
            // Whoever asked may have gone; the file is new all the same.
            drop(sender.send(rewrite(&mut connection).await));
        }
        if stop.is_some() {
            break stop;
        }
    };
    orders.close();
    if let Err(error) = connection.close().await {
        tracing::warn!(%error, "the database did not close cleanly");
    }
    if let Some(sender) = stopped {
        let _ = sender.send(());
    }
}

/// Copies what counts and puts it in the place of the file; the log beside it becomes empty.
async fn rewrite(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    execute(connection, "vacuum").await?;
    execute(connection, "pragma wal_checkpoint(truncate)").await
}

/// Runs the jobs in one transaction, then answers all of them.
async fn transact(connection: &mut SqliteConnection, jobs: Vec<Job>) {
    if jobs.is_empty() {
        return;
    }
    let mut answers = Vec::with_capacity(jobs.len());
    let begun = execute(connection, "begin immediate").await;
    let mut intact = begun.is_ok();
    for job in jobs {
        // A job that cannot run is dropped; whoever asked hears "unavailable".
        if !intact {
            continue;
        }
        let (answer, still) = run_one(connection, job).await;
        answers.extend(answer);
        intact = still;
    }
    let ended =
        if intact { execute(connection, "commit").await } else { Err(StoreError::Unavailable) };
    if let Err(error) = &ended {
        tracing::error!(%error, "a write transaction failed");
        // SQLite may have rolled back by itself (disk full); then this has nothing to do.
        drop(execute(connection, "rollback").await);
    }
    for answer in answers {
        answer(match &ended {
            Ok(()) => Ok(()),
            Err(StoreError::DiskFull) => Err(StoreError::DiskFull),
            Err(_) => Err(StoreError::Unavailable),
        });
    }
}

/// Runs one job so that it leaves nothing when it fails. The flag says whether the transaction
/// still stands.
async fn run_one(connection: &mut SqliteConnection, job: Job) -> (Option<Answer>, bool) {
    if execute(connection, "savepoint job").await.is_err() {
        return (None, false);
    }
    let done = job(connection).await;
    let ended = if done.keep {
        execute(connection, "release job").await
    } else {
        execute(connection, "rollback to job; release job").await
    };
    (Some(done.answer), ended.is_ok())
}

async fn execute(connection: &mut SqliteConnection, sql: &'static str) -> Result<(), StoreError> {
    sqlx::raw_sql(sql).execute(connection).await?;
    Ok(())
}
