//! The invariants of the first design that only a real server can keep: over random lives of a
//! duo, with the app's own copies as readers and the real database file underneath. For each of
//! them one deliberate bug shows that a break would be seen.

use crate::{
    clock,
    drafts::keep,
    helpers::{Browser, Site},
    phones::{Duo, Phone},
    script::{Act, act},
};
use board::{id::ItemId, item::Item, sync::replica::Replica, time::Timestamp};
use passerelle_server::upkeep;
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, TestRunner},
};
use serde_json::json;
use sqlx::{Connection, SqliteConnection};
use std::{collections::BTreeSet, fs, path::Path};

/// What the mentee (0) or the mentor (1) does, one thing after the other.
type Life = Vec<(usize, Act)>;

/// Lives in which each invariant is looked at.
const LIVES: usize = 10;
/// Among so many a deliberate bug has to be seen.
const LIVES_WITH_BUG: usize = 40;

/// A place where lives are lived.
struct Town {
    site: Site,
    coordinator: Browser,
    runner: TestRunner,
    lives: u128,
}

impl Town {
    async fn found() -> Self {
        let site = Site::empty().await;
        let coordinator = site.coordinator().await;
        let config = Config { failure_persistence: None, ..Config::default() };
        Self { site, coordinator, runner: TestRunner::new(config), lives: 0 }
    }

    /// A random life, a duo to live it, and the number of its first word.
    async fn begin(&mut self) -> (Life, Duo, u128) {
        let life = prop::collection::vec((0..2_usize, act()), 8..40);
        let life = life.new_tree(&mut self.runner).unwrap().current();
        self.lives += 1;
        let made = 98_700_000_000 + self.lives * 100_000;
        let name = format!("Canari{}", self.lives);
        let duo = Duo::begin(&self.site, &mut self.coordinator, &name).await;
        (life, duo, made)
    }

    /// Does something to the database that no code of the server would.
    async fn spoil(&self, statement: &'static str) {
        let file = self.site.data.path().join("passerelle.db");
        let mut connection =
            SqliteConnection::connect(&format!("sqlite:{}", file.display())).await.unwrap();
        sqlx::raw_sql(statement).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    }

    /// The hourly work, a month and a day from now.
    async fn a_month_later(&self) {
        let then = Timestamp(clock::now().0 + 31 * Timestamp::DAY);
        upkeep::tidy_at(&self.site.running.app, then).await.unwrap();
    }
}

/// Looks at some lives: none breaks. With a bug: some does.
async fn expect_of<Fault: Copy>(
    fault: Option<Fault>,
    broken: impl AsyncFn(&mut Town, Option<Fault>) -> Option<String>,
) {
    let mut town = Town::found().await;
    let lives = if fault.is_some() { LIVES_WITH_BUG } else { LIVES };
    for _ in 0..lives {
        let seen = broken(&mut town, fault).await;
        if fault.is_some() && seen.is_some() {
            return;
        }
        assert_eq!(seen, None);
    }
    assert!(fault.is_none(), "nobody saw the bug");
}

fn differ(invariant: &str, one: &Phone, other: &Phone, life: &Life) -> Option<String> {
    let different = one.view() != other.view() || one.cursor() != other.cursor();
    different
        .then(|| format!("{invariant}: {:?} and {:?} after {life:?}", one.view(), other.view()))
}

/// The stream misses a message, and nobody notices.
#[derive(Clone, Copy)]
struct MissMessage;

/// I8: whoever hears the stream knows what somebody knows who asks from time to time.
async fn stream_and_poll(town: &mut Town, fault: Option<MissMessage>) -> Option<String> {
    let (mut life, duo, made) = town.begin().await;
    life.truncate(14); // A slow reader is sent to the log after sixteen requests.
    let (mut writers, mut hear, mut ask) =
        (duo.phones().await, duo.phones().await, duo.phones().await);
    for phone in &mut hear {
        phone.listen().await;
    }
    for (number, (who, act)) in (0..).zip(&life) {
        let writer = &mut writers[*who];
        writer.read().await;
        writer.act(act, made + number);
        assert_eq!(writer.send().await, None);
        if number % 4 == 0 {
            ask[*who].read().await;
        }
    }
    let mut seen = None;
    for (hears, asks) in hear.iter_mut().zip(&mut ask) {
        asks.read().await;
        hears.hear(asks.cursor(), fault.is_some()).await;
        seen = seen.or_else(|| differ("I8", hears, asks, &life));
    }
    seen
}

#[tokio::test]
async fn the_stream_tells_what_a_poll_tells() {
    expect_of(None, stream_and_poll).await;
}

#[tokio::test]
async fn a_message_that_is_missed_is_seen() {
    expect_of(Some(MissMessage), stream_and_poll).await;
}

/// The log is made shorter, and readers from before are not sent to a snapshot.
#[derive(Clone, Copy)]
struct TrimSilently;

/// I11: what is removed goes for good after thirty days; apart from that no reader can tell,
/// whether they listened all the time, slept, or come anew.
async fn compaction(town: &mut Town, fault: Option<TrimSilently>) -> Option<String> {
    let (life, duo, made) = town.begin().await;
    let (mut writers, mut early, mut late) =
        (duo.phones().await, duo.phones().await, duo.phones().await);
    for (number, (who, act)) in (0..).zip(&life) {
        writers[*who].read().await;
        writers[*who].act(act, made + number);
        assert_eq!(writers[*who].send().await, None);
        if number as usize == life.len() / 2 {
            early[0].read().await;
            early[1].read().await;
        }
    }
    for phone in writers.iter_mut().chain(&mut late) {
        phone.read().await;
    }
    let gone = doomed(&late);
    let stays = |phone: &Phone| -> Vec<Item> {
        let items = phone.view().items().map(|(_, item)| item.clone());
        items.filter(|item| !gone.contains(&item.id)).collect()
    };
    let expected = [stays(&late[0]), stays(&late[1])];
    town.a_month_later().await;
    if fault.is_some() {
        town.spoil("delete from events where rev % 3 = 1; update spaces set floor = 0").await;
    }
    let mut seen = None;
    for (who, expected) in expected.iter().enumerate() {
        let anew = duo.phone(who).await;
        for phone in [&mut writers[who], &mut early[who], &mut late[who]] {
            phone.read().await;
            seen = seen.or_else(|| differ("I11", phone, &anew, &life));
        }
        if stays(&anew) != *expected || anew.view().items().count() != expected.len() {
            seen = seen.or_else(|| Some(format!("I11: something else is gone after {life:?}")));
        }
    }
    seen
}

/// What was removed, and all that hangs below it, on the screen of either.
fn doomed(phones: &[Phone; 2]) -> BTreeSet<ItemId> {
    let items: Vec<&Item> =
        phones.iter().flat_map(|phone| phone.view().items().map(|(_, item)| item)).collect();
    let mut gone: BTreeSet<ItemId> = BTreeSet::new();
    loop {
        let before = gone.len();
        gone.extend(
            items
                .iter()
                .filter_map(|item| {
                    let below = item.parent().is_some_and(|parent| gone.contains(&parent));
                    (below || item.removed.is_some()).then_some(item.id)
                })
                .collect::<Vec<_>>(),
        );
        if gone.len() == before {
            return gone;
        }
    }
}

#[tokio::test]
async fn nobody_can_tell_that_the_log_was_tidied() {
    expect_of(None, compaction).await;
}

#[tokio::test]
async fn a_log_made_shorter_in_silence_is_seen() {
    expect_of(Some(TrimSilently), compaction).await;
}

/// What became of each operation is thrown away with what is old.
#[derive(Clone, Copy)]
struct ForgetNumbers;

/// I12: what waited on a phone for a month is taken when it comes back, each once, whatever was
/// changed, taken back, removed and tidied in between; what can no longer be done is told with its
/// words.
async fn old_outbox(town: &mut Town, fault: Option<ForgetNumbers>) -> Option<String> {
    let (life, duo, made) = town.begin().await;
    let mut away = duo.phone(0).await;
    let mut others = duo.phones().await;
    let mut waiting = Vec::new();
    for (number, (who, act)) in (0..).zip(&life) {
        waiting.extend(away.act(act, made + number));
        if number as usize == life.len() / 3 {
            assert_eq!(away.send().await, None);
            away.read().await;
            waiting.clear();
        }
        let other = &mut others[*who];
        other.read().await;
        other.act(act, made + 50_000 + number);
        assert_eq!(other.send().await, None);
    }
    town.a_month_later().await;
    if fault.is_some() {
        town.spoil("delete from receipts").await;
    }
    let waits = away.device.replica.outbox().queue().len();
    if let Some(status) = away.send().await {
        return Some(format!("I12: {waits} operations were refused with {status}: {life:?}"));
    }
    away.read().await;
    let everything =
        everything_on(&away.device.replica) + &serde_json::to_string(&away.device.tray).unwrap();
    let lost = waiting.iter().find(|word| !everything.contains(word.as_str()));
    lost.map(|word| format!("I12: {word} is lost after {life:?}"))
}

fn everything_on(replica: &Replica) -> String {
    let items: Vec<&Item> = replica.view().items().map(|(_, item)| item).collect();
    serde_json::to_string(&items).unwrap()
}

#[tokio::test]
async fn what_waited_for_a_month_is_taken() {
    expect_of(None, old_outbox).await;
}

#[tokio::test]
async fn numbers_that_are_forgotten_are_seen() {
    expect_of(Some(ForgetNumbers), old_outbox).await;
}

/// The words of a board lie in a second place that nobody thought of.
#[derive(Clone, Copy)]
struct KeepCopy;

/// I14: whoever ends their account leaves no byte that was typed on their board.
async fn erasure(town: &mut Town, fault: Option<KeepCopy>) -> Option<String> {
    if fault.is_some() {
        let copies = "create table if not exists copies (change text);
            create trigger if not exists copy after insert on events
            begin insert into copies values (new.change); end;";
        town.spoil(copies).await;
    }
    let (life, duo, made) = town.begin().await;
    let mut phones = duo.phones().await;
    let mut typed = 0;
    for (number, (who, act)) in (0..).zip(&life) {
        phones[*who].read().await;
        typed += usize::from(phones[*who].act(act, made + number).is_some());
        assert_eq!(phones[*who].send().await, None);
    }
    // All words of this life begin so.
    let words = format!("w{}", made / 100_000);
    let data = town.site.data.path();
    assert_eq!(is_kept(data, words.as_bytes()), typed > 0, "what is looked for can be found");
    let mut mentee = duo.people[0].1.clone();
    // What she has begun to type on a device that is not only hers.
    let token = town.site.token_for(duo.people[0].0.person, Timestamp::DAY).await;
    let mut borrowed = town.site.browser();
    assert_eq!(borrowed.sign_in(&token, false).await.status, 200);
    let begun = json!([{ "name": "new-comment", "words": format!("{words}begun") }]);
    assert_eq!(keep(&mut borrowed, &begun).await.status, 204);
    assert!(is_kept(data, words.as_bytes()), "a draft is kept");
    let ended = mentee.post("/api/v1/account/end", &json!({ "name": duo.name })).await;
    assert_eq!(ended.status, 204, "{}", ended.text());
    is_kept(data, words.as_bytes()).then(|| format!("I14: {words} is in a file after {life:?}"))
}

/// Whether these bytes stand in any file below a folder, the database and its log included.
fn is_kept(folder: &Path, bytes: &[u8]) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return is_kept(&path, bytes);
        }
        let file = fs::read(&path).unwrap();
        let mut rest = file.as_slice();
        while let Some(place) = rest.iter().position(|byte| *byte == bytes[0]) {
            rest = &rest[place..];
            if rest.starts_with(bytes) {
                return true;
            }
            rest = &rest[1..];
        }
        false
    })
}

#[tokio::test]
async fn an_account_that_ends_leaves_no_typed_byte() {
    expect_of(None, erasure).await;
}

#[tokio::test]
async fn a_copy_that_nobody_thought_of_is_seen() {
    expect_of(Some(KeepCopy), erasure).await;
}
