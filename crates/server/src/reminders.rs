//! Reminders that need no open app (A18): looks every few minutes what there is to say to whom,
//! by `board::reminders`, and sends it to their devices or by e-mail.
//!
//! Nothing that is sent holds a word of a board or a name. Each reminder is claimed in the
//! database before it goes out, so that neither a second process nor a restart says it again.

mod hosts;
mod push;
mod text;

pub use hosts::{Reach, endpoint};
pub use push::{PushError, PushKey, Pusher};

use crate::{
    app::App,
    clock, ids, local,
    mailer::Mailer,
    pages::Pages,
    store::{Store, StoreError, reminders::Reminded},
};
use board::{
    actor::Actor,
    protocol::reminders::Channel,
    reminders::{
        due::{Due, day_time, due},
        occasions::{Clock, Occasion, Says, occasions},
    },
    time::Timestamp,
};
use std::{sync::Arc, time::Duration};
use tokio::{task, time};
use uuid::Uuid;
use words::Lang;

/// How often it is looked whether there is something to say.
const LOOK: Duration = Duration::from_secs(5 * 60);
/// The work that one process does at a time.
const LEASE: &str = "reminders";
/// How long a process that says nothing more is believed to be at it.
const LEASE_LASTS: i64 = 10 * 60 * 1000;
/// Days for which it is remembered what was told: longer than anything stays worth a word.
const MEMORY_DAYS: i64 = 400;
/// The longest time a push service keeps a reminder for a phone that is off.
const KEPT_SECONDS: u32 = 12 * 60 * 60;
/// The same for a meeting within two hours.
const KEPT_SOON_SECONDS: u32 = 2 * 60 * 60;

/// What reminders are made with.
#[derive(Clone, Copy)]
pub struct Desk<'d> {
    /// Who wants which, and their boards.
    pub store: &'d dyn Store,
    /// The way to their devices.
    pub pusher: &'d Pusher,
    /// The way of letters.
    pub mailer: &'d Mailer,
    /// The words.
    pub pages: &'d Pages,
    /// The address of this installation.
    pub origin: &'d str,
    /// Which process this is.
    pub holder: Uuid,
}

impl<'d> Desk<'d> {
    /// The desk of a running server.
    #[must_use]
    pub fn of(app: &'d App) -> Self {
        Self {
            store: &*app.store,
            pusher: &app.pusher,
            mailer: &app.mailer,
            pages: &app.pages,
            origin: &app.site.origin,
            holder: ids::new_id(clock::now()),
        }
    }
}

/// What became of the reminders that were due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reminding {
    /// These went out.
    pub sent: usize,
    /// These did not, and are tried again while they are true.
    pub failed: usize,
}

/// Runs until the server stops.
pub async fn run(app: Arc<App>) {
    let desk = Desk::of(&app);
    let mut looks = time::interval(LOOK);
    looks.set_missed_tick_behavior(time::MissedTickBehavior::Delay);
    loop {
        looks.tick().await;
        match send_due(desk, clock::now()).await {
            Ok(Reminding { sent: 0, failed: 0 }) => {}
            Ok(Reminding { sent, failed }) => tracing::info!(sent, failed, "reminders"),
            Err(error) => tracing::warn!(%error, "reminders were not sent"),
        }
    }
}

/// Sends every reminder that is due at a moment.
///
/// # Errors
/// When the database does not do its part. What cannot be sent is tried again.
pub async fn send_due(desk: Desk<'_>, now: Timestamp) -> Result<Reminding, StoreError> {
    let people = desk.store.reminded().await?;
    if people.is_empty() {
        return Ok(Reminding::default());
    }
    let until = Timestamp(now.0 + LEASE_LASTS);
    if !desk.store.take_lease(LEASE, desk.holder, now, until).await? {
        return Ok(Reminding::default());
    }
    let sent = send_all(desk, &people, now).await;
    desk.store.end_lease(LEASE, desk.holder).await?;
    sent
}

async fn send_all(
    desk: Desk<'_>,
    people: &[Reminded],
    now: Timestamp,
) -> Result<Reminding, StoreError> {
    desk.store.forget_told(now.plus_days(-MEMORY_DAYS)).await?;
    let mut reminding = Reminding::default();
    for who in people {
        remind(desk, who, now, &mut reminding).await?;
        // A long list of people must not keep those waiting who are using the app.
        task::yield_now().await;
    }
    Ok(reminding)
}

async fn remind(
    desk: Desk<'_>,
    who: &Reminded,
    now: Timestamp,
    reminding: &mut Reminding,
) -> Result<(), StoreError> {
    let wall = local::wall(now);
    let is_quiet = |quiet: board::protocol::reminders::QuietHours| quiet.covers(day_time(wall));
    if who.wishes.quiet.is_some_and(is_quiet) {
        return Ok(());
    }
    let found = look(desk, who, now).await?;
    if found.is_empty() {
        return Ok(());
    }
    let told = desk.store.told(who.person, wall.date()).await?;
    for one in due(&found, &who.wishes.choices, who.wishes.quiet, &told, wall) {
        let keys =
            desk.store.claim_reminders(who.person, one.keys.clone(), wall.date(), now).await?;
        if keys.is_empty() {
            continue;
        }
        if send_one(desk, who, &one, now).await? {
            reminding.sent += 1;
        } else {
            reminding.failed += 1;
            desk.store.return_reminders(who.person, keys).await?;
        }
    }
    Ok(())
}

/// What there is on the boards of this person whose duo runs.
async fn look(desk: Desk<'_>, who: &Reminded, now: Timestamp) -> Result<Vec<Occasion>, StoreError> {
    let mut found = Vec::new();
    let clock = Clock { now, wall: local::wall };
    for info in desk.store.boards_of(who.person).await? {
        if info.ended.is_some() {
            continue;
        }
        let (seat, world) = match desk.store.world(info.id, who.person).await {
            // It ended a moment ago.
            Err(StoreError::NotFound) => continue,
            world => world?,
        };
        found.extend(occasions(&world, &Actor { person: who.person, seat }, clock));
    }
    found.sort_unstable();
    Ok(found)
}

/// Whether it went out, to one device at least.
async fn send_one(
    desk: Desk<'_>,
    who: &Reminded,
    one: &Due,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let lang = Lang::from_tag(&who.lang).unwrap_or_default();
    match (one.channel, &who.wishes.address) {
        (Channel::Mail, Some(address)) => {
            let Some(letter) = text::letter(desk, lang, address, one.says) else {
                return Ok(false);
            };
            Ok(desk.mailer.send(letter).await.is_ok())
        }
        (Channel::Push, _) => {
            let body = text::push(desk.pages, lang, Some(one.says));
            let mut arrived = false;
            for (_, address) in desk.store.push_devices(who.person, now).await? {
                let kept = kept_seconds(who, one.says, now);
                match desk.pusher.send(&address, &body, kept).await {
                    Ok(()) => arrived = true,
                    Err(PushError::Gone) => {
                        desk.store.forget_push_address(address.endpoint).await?;
                    }
                    // What is logged names neither a person nor an address.
                    Err(error) => tracing::warn!(%error, "a reminder did not go out"),
                }
            }
            Ok(arrived)
        }
        _ => Ok(false),
    }
}

/// How long a push service may keep a reminder: never into the quiet hours.
fn kept_seconds(who: &Reminded, says: Says, now: Timestamp) -> u32 {
    let most = if says == Says::Soon { KEPT_SOON_SECONDS } else { KEPT_SECONDS };
    let time = day_time(local::wall(now));
    let quiet = who.wishes.quiet.map(|quiet| u32::from(quiet.minutes_until(time)) * 60);
    quiet.map_or(most, |quiet| quiet.min(most))
}

/// Sends a trial to one device.
///
/// # Errors
/// [`PushError`].
pub async fn send_trial(
    app: &App,
    lang: &str,
    address: &crate::store::reminders::PushAddress,
) -> Result<(), PushError> {
    let lang = Lang::from_tag(lang).unwrap_or_default();
    let body = text::push(&app.pages, lang, None);
    app.pusher.send(address, &body, 60).await
}
