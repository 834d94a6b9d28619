//! The letter of the week (T11): every Monday at eight in the morning in Belgium, for the mentors
//! and coordinators who asked for it. It holds numbers and one link; not a word of a board and no
//! name.
//!
//! Each letter is claimed in the database before it goes out: a second run, or a second process,
//! sends nothing again. A Monday that the server slept through is made up for in the same week.

mod rounds;
mod text;

use crate::{
    app::App,
    clock,
    config::Once,
    ids,
    live::Hub,
    local,
    mailer::{MailError, Mailer, SendError},
    pages::Pages,
    store::{
        Store, StoreError,
        mail::{Addressee, Tidings, Week},
        sqlite::SqliteStore,
    },
};
use board::{actor::Role, meeting::DayTime, time::Timestamp};
use chrono::{DateTime, Datelike, Days, Utc};
use std::{io, path::PathBuf, sync::Arc, time::Duration};
use tokio::time;
use uuid::Uuid;

/// How often it is looked whether letters are due.
const LOOK: Duration = Duration::from_secs(60);
/// How long to wait after letters did not go out.
const REST: Duration = Duration::from_secs(15 * 60);
/// When letters go out on a Monday.
const AT: DayTime = DayTime(8 * 60);
/// The work that one process does at a time.
const LEASE: &str = "letters";
/// How long a process that says nothing more is believed to be at it.
const LEASE_LASTS: i64 = 10 * 60 * 1000;

/// What letters are made with.
#[derive(Clone, Copy)]
pub struct Desk<'d> {
    /// Who wants one, and what to say.
    pub store: &'d dyn Store,
    /// How they go.
    pub mailer: &'d Mailer,
    /// The words.
    pub pages: &'d Pages,
    /// The address of this installation.
    pub origin: &'d str,
    /// Which process this is.
    pub holder: Uuid,
}

/// What a letter says.
enum Says {
    /// To a mentor.
    Tidings(Tidings),
    /// To somebody who looks after duos.
    Rounds(rounds::Rounds),
}

/// What became of the letters that were due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tried {
    /// These went out.
    pub sent: usize,
    /// These did not.
    pub failed: usize,
}

/// Why letters were not even tried.
#[derive(Debug, thiserror::Error)]
pub enum LettersError {
    /// There is no database.
    #[error("There is no database in {0}: say where it is with --data")]
    NoDatabase(PathBuf),
    /// The moment cannot be read.
    #[error("--now is no moment: write it like 2026-11-23T08:00:00+01:00")]
    Now,
    /// The way is not set up.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// The database does not do its part.
    #[error("The database does not do its part: {0}")]
    Store(#[from] StoreError),
    /// The database cannot be looked for.
    #[error("The folder of the database cannot be read: {0}")]
    Io(#[from] io::Error),
}

/// Runs until the server stops.
pub async fn run(app: Arc<App>) {
    let holder = ids::new_id(clock::now());
    let desk = Desk {
        store: &*app.store,
        mailer: &app.mailer,
        pages: &app.pages,
        origin: &app.site.origin,
        holder,
    };
    let mut looks = time::interval(LOOK);
    looks.set_missed_tick_behavior(time::MissedTickBehavior::Delay);
    loop {
        looks.tick().await;
        let tried = send_due(desk, clock::now()).await;
        match &tried {
            Ok(Tried { sent: 0, .. }) => {}
            Ok(Tried { sent, .. }) => tracing::info!(sent, "letters of the week sent"),
            Err(error) => tracing::warn!(%error, "letters of the week were not sent"),
        }
        if !matches!(tried, Ok(Tried { failed: 0, .. })) {
            time::sleep(REST).await;
        }
    }
}

/// Sends what is due, once, without serving: for a timer of the system, and to look at a letter.
///
/// # Errors
/// [`LettersError`] before anything is sent.
pub async fn once(config: Once) -> Result<Tried, LettersError> {
    let file = config.data.join("passerelle.db");
    if !file.try_exists()? {
        return Err(LettersError::NoDatabase(config.data));
    }
    let now = match &config.now {
        None => clock::now(),
        Some(text) => {
            let moment = DateTime::parse_from_rfc3339(text).map_err(|_| LettersError::Now)?;
            Timestamp(moment.with_timezone(&Utc).timestamp_millis())
        }
    };
    let mailer = Mailer::open(&config.mail, &config.data)?;
    let store = SqliteStore::open(&file, Hub::default()).await?;
    let pages = Pages::default();
    let origin = config.public_url.trim_end_matches('/');
    let holder = ids::new_id(clock::now());
    let desk = Desk { store: &store, mailer: &mailer, pages: &pages, origin, holder };
    let sent = send_due(desk, now).await;
    store.close().await;
    Ok(sent?)
}

/// Sends every letter that is due at a moment.
///
/// # Errors
/// When the database does not do its part. A letter that cannot be sent is tried again later in
/// the week.
pub async fn send_due(desk: Desk<'_>, now: Timestamp) -> Result<Tried, StoreError> {
    let Some(week) = week_of(now) else { return Ok(Tried::default()) };
    if desk.store.letters_due(week).await?.is_empty() {
        return Ok(Tried::default());
    }
    let until = Timestamp(now.0 + LEASE_LASTS);
    if !desk.store.take_lease(LEASE, desk.holder, now, until).await? {
        return Ok(Tried::default());
    }
    let sent = send_all(desk, week, now).await;
    desk.store.end_lease(LEASE, desk.holder).await?;
    sent
}

async fn send_all(desk: Desk<'_>, week: Week, now: Timestamp) -> Result<Tried, StoreError> {
    let mut tried = Tried::default();
    for (person, role) in desk.store.letters_due(week).await? {
        let says = match role {
            Role::Mentor => Says::Tidings(desk.store.tidings(person, week).await?),
            _ => Says::Rounds(rounds::of(desk.store, person, now).await?),
        };
        let Some(to) = desk.store.claim_letter(person, week.monday).await? else { continue };
        match send_one(desk, &to, says).await {
            Ok(()) => tried.sent += 1,
            Err(error) => {
                // What is logged names nobody.
                tracing::warn!(%error, "a letter did not go out");
                tried.failed += 1;
                if error != SendError::Unknown {
                    desk.store.return_letter(person, week.monday).await?;
                }
            }
        }
    }
    Ok(tried)
}

async fn send_one(desk: Desk<'_>, to: &Addressee, says: Says) -> Result<(), SendError> {
    let letter = text::letter(desk, to, &says).ok_or(SendError::Unknown)?;
    desk.mailer.send(letter).await
}

/// The week whose letters are due at a moment; on a Monday before eight there is none.
fn week_of(now: Timestamp) -> Option<Week> {
    let today = local::day(now);
    let monday =
        today.checked_sub_days(Days::new(today.weekday().num_days_from_monday().into()))?;
    let at = |monday| Timestamp(local::moment(monday, AT).timestamp_millis());
    let due = at(monday);
    let since = at(monday.checked_sub_days(Days::new(7))?);
    (now >= due).then_some(Week { monday, due, since, today })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn monday(moment: &str) -> Option<String> {
        let moment = DateTime::parse_from_rfc3339(moment).unwrap();
        let week = week_of(Timestamp(moment.timestamp_millis()))?;
        assert_eq!(week.monday.weekday(), chrono::Weekday::Mon);
        Some(week.monday.to_string())
    }

    #[test]
    fn letters_are_due_from_eight_on_monday_in_belgium() {
        assert_eq!(monday("2026-11-23T06:59:59Z"), None);
        assert_eq!(monday("2026-11-23T07:00:00Z").as_deref(), Some("2026-11-23"));
        assert_eq!(monday("2026-11-29T22:59:59Z").as_deref(), Some("2026-11-23"));
        assert_eq!(monday("2026-11-29T23:00:00Z"), None, "it is Monday in Belgium");
        assert_eq!(monday("2026-07-06T05:59:00Z"), None);
        assert_eq!(monday("2026-07-06T06:00:00Z").as_deref(), Some("2026-07-06"), "summer");
    }
}
