//! What stays on the device between two visits: the last server state, the outbox, the tray.
//!
//! Only on a device that is the person's own, and only in the tab that owns the outbox; all
//! others work from memory (sign-in.md step 4, trust.md "On the phone").

use crate::platform::{
    db::{Db, DbError, Store, Write},
    ids,
    prefs::{self, Pref},
    tabs,
};
use board::{
    id::{BoardId, DeviceId, PersonId},
    protocol::{boards::Snapshot, session::Session},
    reject::Reject,
    sync::outbox::Queued,
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
    /// What was not carried out.
    pub tray: Vec<NotSent>,
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
        let db = if own_device && tabs::own(&format!("passerelle-{person}")).await {
            Db::open(&database(person)).await.ok()
        } else {
            None
        };
        let keep = Self { db, board };
        let found = keep.find().await;
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
        let prefix = self.outbox_key(None);
        let stored = match &self.db {
            Some(db) => db.all(Store::Outbox).await.unwrap_or_default(),
            None => Vec::new(),
        };
        let queue = stored
            .into_iter()
            .filter(|(key, _)| key.starts_with(&prefix))
            .filter_map(|(_, text)| wire::from_json(&text).ok())
            .collect();
        Found {
            device,
            snapshot: self.read(&self.key("board")).await,
            queue,
            last_seq: self.read(&self.key("seq")).await.unwrap_or_default(),
            tray: self.read(&self.key("tray")).await.unwrap_or_default(),
        }
    }

    /// Stores an operation before it is said to be saved on this device.
    ///
    /// # Errors
    /// The device did not store it.
    pub async fn put_queued(&self, queued: &Queued, last_seq: u64) -> Result<(), DbError> {
        self.write(vec![self.queued(queued), put(self.key("seq"), &last_seq)]).await
    }

    /// Forgets answered operations and stores the state that contains them, all at once.
    ///
    /// # Errors
    /// The device did not store it.
    pub async fn put_state(&self, snapshot: &Snapshot, answered: &[u64]) -> Result<(), DbError> {
        let mut writes = vec![put(self.key("board"), snapshot)];
        writes.extend(
            answered.iter().map(|seq| Write::Delete(Store::Outbox, self.outbox_key(Some(*seq)))),
        );
        self.write(writes).await
    }

    /// Stores the whole outbox anew, after its numbers changed.
    ///
    /// # Errors
    /// The device did not store it.
    pub async fn put_outbox(&self, queue: &[Queued], last_seq: u64) -> Result<(), DbError> {
        let prefix = self.outbox_key(None);
        let stored = match &self.db {
            Some(db) => db.all(Store::Outbox).await?,
            None => Vec::new(),
        };
        let old = stored.into_iter().filter(|(key, _)| key.starts_with(&prefix));
        let mut writes: Vec<_> = old.map(|(key, _)| Write::Delete(Store::Outbox, key)).collect();
        writes.extend(queue.iter().map(|queued| self.queued(queued)));
        writes.push(put(self.key("seq"), &last_seq));
        self.write(writes).await
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

    fn key(&self, name: &str) -> String {
        format!("{name}:{}", self.board)
    }

    /// Numbers are padded, so that the order of keys is the order of operations.
    fn outbox_key(&self, seq: Option<u64>) -> String {
        let number = seq.map(|seq| format!("{seq:012}")).unwrap_or_default();
        format!("{}:{number}", self.board)
    }

    async fn read<T: Wire>(&self, key: &str) -> Option<T> {
        let text = self.db.as_ref()?.get(Store::Kv, key).await.ok()??;
        // What an older version wrote and this one cannot read is read anew from the server.
        wire::from_json(&text).ok()
    }

    async fn write(&self, writes: Vec<Write>) -> Result<(), DbError> {
        match &self.db {
            Some(db) => db.write(&writes).await,
            None => Ok(()),
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

/// Who was signed in last on this device.
pub async fn remembered_session() -> Option<Session> {
    let person = prefs::get(Pref::Person)?.parse().ok()?;
    let db = Db::open(&database(person)).await.ok()?;
    let text = db.get(Store::Kv, "session").await.ok()?;
    db.close();
    wire::from_json(&text?).ok()
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
}

fn database(person: PersonId) -> String {
    format!("passerelle-{person}")
}

fn put(key: String, value: &impl Wire) -> Write {
    Write::Put(Store::Kv, key, wire::to_json(value))
}
