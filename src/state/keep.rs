//! What stays on the device between two visits: the last server state, the outbox, the tray.
//!
//! Only on a device that is the person's own, and only in the tab that owns the outbox; all
//! others work from memory (sign-in.md step 4, trust.md "On the phone").

use crate::{
    platform::{
        clock,
        db::{Db, DbError, Store, Write},
        ids,
        prefs::{self, Pref},
        tabs,
    },
    state::{trouble::Trouble, waiting_files},
};
use board::{
    id::{BoardId, DeviceId, PersonId},
    protocol::{boards::Snapshot, session::Session},
    reject::Reject,
    sync::{outbox::Queued, replica::SENT_DAYS},
    time::Timestamp,
};
use wire::Wire;

/// An operation that the server did not carry out, kept until the person decides.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
pub struct NotSent {
    /// What the person wanted.
    pub queued: Queued,
    /// Why it was not done.
    pub reason: Reject,
}

/// What was found on the device.
pub struct Found {
    /// The app installation that numbers operations.
    pub device: DeviceId,
    /// The last server state.
    pub snapshot: Option<Snapshot>,
    /// What was waiting to be sent.
    pub queue: Vec<Queued>,
    /// The highest number ever given.
    pub last_seq: u64,
    /// What the server took lately.
    pub sent: Vec<Queued>,
    /// What was not carried out.
    pub tray: Vec<NotSent>,
    /// What was written here and can no longer be understood, as it stands.
    pub unread: Vec<String>,
    /// What the person should know of it.
    pub trouble: Option<Trouble>,
}

/// The copy of one board on this device.
#[derive(Clone)]
pub struct Keep {
    db: Option<Db>,
    board: BoardId,
}

impl Keep {
    /// Opens the copy. `own_device` false, a second tab or a browser without storage: memory only.
    pub async fn open(person: PersonId, board: BoardId, own_device: bool) -> (Self, Found) {
        let mut refused = false;
        let mut db = None;
        if own_device && tabs::own(&format!("passerelle-{person}")).await {
            db = Db::open(&database(person)).await.ok();
            refused = db.is_none();
        }
        let keep = Self { db, board };
        let mut found = keep.find().await;
        if refused {
            found.trouble = Some(Trouble::NothingKept);
        }
        (keep, found)
    }

    /// Whether what is written survives closing the page.
    #[must_use]
    pub fn is_lasting(&self) -> bool {
        self.db.is_some()
    }

    async fn find(&self) -> Found {
        let device = match self.read("device").await {
            Some(device) => device,
            None => {
                let device = DeviceId(ids::new_uuid());
                // Without storage the number lives as long as the page.
                let _ = self.write(vec![put("device".to_owned(), &device)]).await;
                device
            }
        };
        let stored = match &self.db {
            Some(db) => db.all(Store::Outbox).await.unwrap_or_default(),
            None => Vec::new(),
        };
        let (prefix, sent_prefix) = (self.outbox_key(None), self.sent_key(None));
        let old = Timestamp(clock::true_ms() as i64 - SENT_DAYS * 86_400_000);
        let (mut queue, mut sent) = (Vec::new(), Vec::new());
        let mut unread: Vec<String> = self.read(&self.key("unread")).await.unwrap_or_default();
        let (known, mut mend) = (unread.len(), Vec::new());
        for (key, text) in stored {
            if key.starts_with(&prefix) {
                match wire::from_json(&text) {
                    Ok(queued) => queue.push(queued),
                    Err(_) => {
                        unread.push(text);
                        mend.push(Write::Delete(Store::Outbox, key));
                    }
                }
            } else if key.starts_with(&sent_prefix) {
                match wire::from_json::<Queued>(&text) {
                    Ok(queued) if queued.at >= old => sent.push(queued),
                    _ => mend.push(Write::Delete(Store::Outbox, key)),
                }
            }
        }
        let tray = match self.text(&self.key("tray")).await {
            None => Vec::new(),
            Some(text) => wire::from_json(&text).unwrap_or_else(|_| {
                mend.push(Write::Delete(Store::Kv, self.key("tray")));
                unread.push(text);
                Vec::new()
            }),
        };
        let lost = unread.len() - known;
        if lost > 0 {
            mend.push(put(self.key("unread"), &unread));
        }
        // What could not be mended is found again at the next start.
        let _ = self.write(mend).await;
        let is_empty = queue.is_empty() && lost == 0;
        let trouble = match self.unsent_since() {
            _ if lost > 0 => Some(Trouble::Unreadable(lost)),
            Some(since) if is_empty && self.is_lasting() => {
                self.note_all_sent();
                Some(Trouble::Vanished { since: Some(since) })
            }
            _ => None,
        };
        Found {
            device,
            snapshot: self.read(&self.key("board")).await,
            queue,
            last_seq: self.read(&self.key("seq")).await.unwrap_or_default(),
            sent,
            tray,
            unread,
            trouble,
        }
    }

    /// Stores an operation before it is said to be saved on this device.
    ///
    /// # Errors
    /// The device did not store it.
    pub async fn put_queued(&self, queued: &Queued, last_seq: u64) -> Result<(), DbError> {
        if self.is_lasting() && prefs::get(Pref::Unsent).is_none() {
            prefs::set(Pref::Unsent, &format!("{} {}", self.board, queued.at.0));
        }
        self.write(vec![self.queued(queued), put(self.key("seq"), &last_seq)]).await
    }

    /// Since when something of this board waits on this device, by a sign that is kept elsewhere.
    fn unsent_since(&self) -> Option<i64> {
        let sign = prefs::get(Pref::Unsent)?;
        let (board, since) = sign.split_once(' ')?;
        (board == self.board.to_string()).then(|| since.parse().ok())?
    }

    /// Nothing of this board waits any more.
    pub fn note_all_sent(&self) {
        if self.unsent_since().is_some() {
            prefs::remove(Pref::Unsent);
        }
    }

    /// Forgets answered operations and stores the state that contains them, all at once; those that
    /// the server took stay for a while.
    ///
    /// # Errors
    /// The device did not store it.
    pub async fn put_state(
        &self,
        snapshot: &Snapshot,
        answered: &[u64],
        sent: &[Queued],
    ) -> Result<(), DbError> {
        let mut writes = vec![put(self.key("board"), snapshot)];
        writes.extend(
            answered.iter().map(|seq| Write::Delete(Store::Outbox, self.outbox_key(Some(*seq)))),
        );
        writes.extend(sent.iter().map(|queued| self.sent(queued)));
        self.write(writes).await
    }

    /// Stores the whole outbox anew, after its numbers changed or the device had no room.
    ///
    /// # Errors
    /// The device did not store it.
    pub async fn put_outbox(
        &self,
        queue: &[Queued],
        sent: &[Queued],
        last_seq: u64,
    ) -> Result<(), DbError> {
        let (prefix, sent_prefix) = (self.outbox_key(None), self.sent_key(None));
        let stored = match &self.db {
            Some(db) => db.all(Store::Outbox).await?,
            None => Vec::new(),
        };
        let old = stored
            .into_iter()
            .filter(|(key, _)| key.starts_with(&prefix) || key.starts_with(&sent_prefix));
        let mut writes: Vec<_> = old.map(|(key, _)| Write::Delete(Store::Outbox, key)).collect();
        writes.extend(queue.iter().map(|queued| self.queued(queued)));
        writes.extend(sent.iter().map(|queued| self.sent(queued)));
        writes.push(put(self.key("seq"), &last_seq));
        self.write(writes).await
    }

    /// Stores the name of this device.
    ///
    /// # Errors
    /// The device did not store it.
    pub async fn put_device(&self, device: DeviceId) -> Result<(), DbError> {
        self.write(vec![put("device".to_owned(), &device)]).await
    }

    /// Stores what can no longer be understood; nothing once the person has taken note.
    ///
    /// # Errors
    /// The device did not store it.
    pub async fn put_unread(&self, unread: &[String]) -> Result<(), DbError> {
        self.write(vec![put(self.key("unread"), &unread.to_vec())]).await
    }

    /// Stores the tray.
    ///
    /// # Errors
    /// The device did not store it.
    pub async fn put_tray(&self, tray: &[NotSent]) -> Result<(), DbError> {
        self.write(vec![Write::Put(
            Store::Kv,
            self.key("tray"),
            wire::json::print(&wire::list(tray)),
        )])
        .await
    }

    fn queued(&self, queued: &Queued) -> Write {
        Write::Put(Store::Outbox, self.outbox_key(Some(queued.seq)), wire::to_json(queued))
    }

    fn sent(&self, queued: &Queued) -> Write {
        Write::Put(Store::Outbox, self.sent_key(Some(queued.seq)), wire::to_json(queued))
    }

    fn key(&self, name: &str) -> String {
        format!("{name}:{}", self.board)
    }

    /// Numbers are padded, so that the order of keys is the order of operations.
    fn outbox_key(&self, seq: Option<u64>) -> String {
        let number = seq.map(|seq| format!("{seq:012}")).unwrap_or_default();
        format!("{}:{number}", self.board)
    }

    /// What was sent lies beside what is to be sent, under names that no board has.
    fn sent_key(&self, seq: Option<u64>) -> String {
        format!("sent:{}", self.outbox_key(seq))
    }

    async fn text(&self, key: &str) -> Option<String> {
        self.db.as_ref()?.get(Store::Kv, key).await.ok()?
    }

    async fn read<T: Wire>(&self, key: &str) -> Option<T> {
        // What an older version wrote and this one cannot read is read anew from the server.
        wire::from_json(&self.text(key).await?).ok()
    }

    async fn write(&self, writes: Vec<Write>) -> Result<(), DbError> {
        match &self.db {
            Some(db) if !writes.is_empty() => db.write(&writes).await,
            _ => Ok(()),
        }
    }
}

/// Keeps who was signed in, for a start without a network.
pub async fn remember_session(session: &Session) {
    prefs::set(Pref::Person, &session.person.to_string());
    if let Ok(db) = Db::open(&database(session.person)).await {
        // A device that cannot store still works while the network is there.
        let _ = db.write(&[put("session".to_owned(), session)]).await;
        db.close();
    }
}

/// Whose device this is.
#[must_use]
pub fn remembered_person() -> Option<PersonId> {
    prefs::get(Pref::Person)?.parse().ok()
}

/// Who was signed in last on this device.
pub async fn remembered_session() -> Option<Session> {
    let person = remembered_person()?;
    let db = Db::open(&database(person)).await.ok()?;
    let text = db.get(Store::Kv, "session").await.ok()?;
    db.close();
    wire::from_json(&text?).ok()
}

/// What waits on this device of a person, on any board but these.
pub async fn waiting_of(person: PersonId, but: &[BoardId]) -> Vec<Queued> {
    let Ok(db) = Db::open(&database(person)).await else { return Vec::new() };
    let stored = db.all(Store::Outbox).await.unwrap_or_default();
    db.close();
    let known: Vec<String> = but.iter().map(|board| format!("{board}:")).collect();
    let others = stored.into_iter().filter(|(key, _)| {
        !key.starts_with("sent:") && known.iter().all(|board| !key.starts_with(board))
    });
    others.filter_map(|(_, text)| wire::from_json(&text).ok()).collect()
}

/// How many files of a person wait on this device.
pub async fn files_of(person: PersonId) -> usize {
    let Ok(db) = Db::open(&waiting_files::database(person)).await else { return 0 };
    let kept = db.all(Store::Kv).await.unwrap_or_default();
    db.close();
    kept.len()
}

/// Keeps a part of the library, for reading without a network. True once it is kept.
pub async fn keep_text(person: PersonId, name: &str, text: String) -> bool {
    let Ok(db) = Db::open(&database(person)).await else { return false };
    let kept = db.write(&[Write::Put(Store::Kv, name.to_owned(), text)]).await.is_ok();
    db.close();
    kept
}

/// A part of the library that was kept.
pub async fn kept_text(person: PersonId, name: &str) -> Option<String> {
    let db = Db::open(&database(person)).await.ok()?;
    let text = db.get(Store::Kv, name).await;
    db.close();
    text.ok()?
}

/// The parts of the library that were kept under names that begin like this.
pub async fn kept_texts(person: PersonId, prefix: &str) -> Vec<String> {
    let Ok(db) = Db::open(&database(person)).await else { return Vec::new() };
    let all = db.all(Store::Kv).await.unwrap_or_default();
    db.close();
    all.into_iter().filter(|(name, _)| name.starts_with(prefix)).map(|(_, text)| text).collect()
}

/// Forgets everything about a person on this device.
pub async fn forget(person: PersonId) {
    // Nothing more can be done where the browser refuses; the session itself is over.
    let _ = Db::delete(&database(person)).await;
    let _ = Db::delete(&waiting_files::database(person)).await;
}

fn database(person: PersonId) -> String {
    format!("passerelle-{person}")
}

fn put(key: String, value: &impl Wire) -> Write {
    Write::Put(Store::Kv, key, wire::to_json(value))
}
