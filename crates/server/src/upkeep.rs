//! What the server does by itself: forgets what is over, and ends what follows from it.

use crate::{
    app::App,
    clock,
    store::{StoreError, account::Ended, people::Hash},
};
use board::time::Timestamp;
use std::{
    sync::Arc,
    time::{Duration, Instant, SystemTime},
};
use tokio::time;

/// How often sessions and access are looked at.
const SWEEP: Duration = Duration::from_secs(30);
/// How often words are taken away whose time is over.
const TIDY: Duration = Duration::from_secs(60 * 60);

/// How long whoever goes on with an upload that has ended is told so.
const SAID: i64 = 7 * Timestamp::DAY;

/// Days a letter stays in the mailbox folder, where there is no mail server.
const LETTER_DAYS: i64 = 30;

/// Duos from which taking their facts is worth a line in the log.
const MANY: u32 = 100;

/// Runs until the server stops.
pub async fn run(app: Arc<App>) {
    if let Err(error) = clear_files(&app).await {
        tracing::warn!(%error, "files of nobody were not cleared away");
    }
    let (mut sweeps, mut tidies) = (time::interval(SWEEP), time::interval(TIDY));
    loop {
        let done = tokio::select! {
            _ = sweeps.tick() => sweep(&app).await,
            _ = tidies.tick() => tidy(&app).await,
        };
        if let Err(error) = done {
            tracing::warn!(%error, "what is over was not forgotten");
        }
    }
}

/// Forgets sessions and access that are over; a stream does not outlive either.
async fn sweep(app: &App) -> Result<(), StoreError> {
    let now = clock::now();
    let readers = app.store.end_shares(now).await?;
    let sessions = app.store.sweep(now).await?;
    hush(app, &Ended { sessions, readers, files: Vec::new() });
    // Whoever asks first on Monday morning need not wait for what the weekend changed.
    let begun = Instant::now();
    let duos = app.store.refresh_facts().await?;
    if duos >= MANY {
        let millis = begun.elapsed().as_millis();
        tracing::info!(duos, millis, "facts of many duos were taken anew");
    }
    Ok(())
}

/// Takes away words whose time is over.
///
/// # Errors
/// When the store or the disk does not do its part.
pub async fn tidy(app: &App) -> Result<(), StoreError> {
    tidy_at(app, clock::now()).await
}

/// The same at any moment.
///
/// # Errors
/// When the store or the disk does not do its part.
pub async fn tidy_at(app: &App, now: Timestamp) -> Result<(), StoreError> {
    clear_uploads(app, now).await?;
    app.store.forget_drafts(now).await?;
    let files = app.store.tidy(now).await?;
    drop_files(app, &files).await?;
    let ended = app.store.end_retention(now).await?;
    settle(app, &ended).await?;
    empty_mailbox(app, now);
    if let Some(number) = app.store.first_changed_look().await? {
        tracing::error!(number, "the record of looks was changed from this row on");
    }
    Ok(())
}

/// Takes letters that were read long ago, or by nobody, out of the mailbox folder: addresses stand
/// in them.
fn empty_mailbox(app: &App, now: Timestamp) {
    let millis = u64::try_from(now.plus_days(-LETTER_DAYS).0).unwrap_or_default();
    if let Err(error) = app.mailer.tidy(SystemTime::UNIX_EPOCH + Duration::from_millis(millis)) {
        tracing::warn!(%error, "old letters stay in the mailbox folder");
    }
}

/// Ends the streams of whoever may not read any more, and removes bytes that are nobody's.
///
/// # Errors
/// When bytes could not be removed.
pub async fn settle(app: &App, ended: &Ended) -> Result<(), StoreError> {
    hush(app, ended);
    drop_files(app, &ended.files).await
}

fn hush(app: &App, ended: &Ended) {
    ended.sessions.iter().for_each(|session| app.hub.end_session(*session));
    ended.readers.iter().for_each(|reader| app.hub.end_reader(reader.board, reader.person));
}

async fn drop_files(app: &App, files: &[Hash]) -> Result<(), StoreError> {
    for hash in files {
        let _order = app.files.lock().await;
        if !app.store.is_file_kept(*hash).await? {
            app.files.remove(*hash).await?;
        }
    }
    Ok(())
}

/// What nobody goes on sending. Its row stays a while longer than its bytes, to say so.
async fn clear_uploads(app: &App, now: Timestamp) -> Result<(), StoreError> {
    app.store.forget_uploads(Timestamp(now.0 - SAID)).await?;
    // First what lies there, then what may: what begins in between is not looked at.
    let mut parts = app.parts.all().await?;
    for open in app.store.open_uploads(now).await? {
        parts.remove(&open);
    }
    for part in parts {
        app.parts.remove(part).await?;
    }
    Ok(())
}

/// Bytes that a crash left without a row: between the file and the database, or the other way
/// round.
async fn clear_files(app: &App) -> Result<(), StoreError> {
    let all = app.files.all().await?;
    drop_files(app, &all).await
}
