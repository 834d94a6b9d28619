//! The copy on this device: two stores of JSON texts in one IndexedDB database.
//!
//! It does not know what the texts mean. Where the browser has no IndexedDB every call is an
//! error, and the caller works from memory.

use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = dbOpen, catch)]
    async fn db_open(name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = dbGet, catch)]
    async fn db_get(db: &JsValue, store: &str, key: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = dbAll, catch)]
    async fn db_all(db: &JsValue, store: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = dbWrite, catch)]
    async fn db_write(db: &JsValue, writes: js_sys::Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = dbClose)]
    fn db_close(db: &JsValue);
    #[wasm_bindgen(js_name = dbDelete, catch)]
    async fn db_delete(name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = storagePersist)]
    fn storage_persist();
}

/// Asks the browser to spare what is kept here when it is short of space.
pub fn ask_to_last() {
    storage_persist();
}

/// What the browser answered instead of doing it.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("the storage of this device does not work: {0}")]
pub struct DbError(String);

impl DbError {
    /// Whether the device has no room left.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.0 == "QuotaExceededError"
    }
}

impl From<JsValue> for DbError {
    fn from(error: JsValue) -> Self {
        let exception = error.dyn_into::<web_sys::DomException>();
        Self(exception.map_or_else(|_| "unknown".to_owned(), |exception| exception.name()))
    }
}

/// One of the two stores; kept apart so that the outbox survives a new server state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Store {
    /// Server state, drafts and settings, by name.
    Kv,
    /// What is not sent yet, in the order of its keys.
    Outbox,
}

impl Store {
    fn name(self) -> &'static str {
        match self {
            Self::Kv => "kv",
            Self::Outbox => "outbox",
        }
    }
}

/// One change of the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Stores a JSON text under a key.
    Put(Store, String, String),
    /// Forgets a key.
    Delete(Store, String),
}

/// An open database; cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    handle: JsValue,
}

impl Db {
    /// Opens the database, and creates it the first time.
    ///
    /// # Errors
    /// The browser has no IndexedDB, or refuses it (private windows, full disk).
    pub async fn open(name: &str) -> Result<Self, DbError> {
        Ok(Self { handle: db_open(name).await? })
    }

    /// The text under a key.
    ///
    /// # Errors
    /// The browser could not read.
    pub async fn get(&self, store: Store, key: &str) -> Result<Option<String>, DbError> {
        Ok(db_get(&self.handle, store.name(), key).await?.as_string())
    }

    /// Every key with its text, in key order.
    ///
    /// # Errors
    /// The browser could not read.
    pub async fn all(&self, store: Store) -> Result<Vec<(String, String)>, DbError> {
        let flat = js_sys::Array::from(&db_all(&self.handle, store.name()).await?);
        let texts: Vec<String> = flat.iter().filter_map(|text| text.as_string()).collect();
        Ok(texts.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect())
    }

    /// All writes or none; returns once the browser says that they are complete.
    ///
    /// # Errors
    /// The browser could not write (a full disk); nothing of it is stored then.
    pub async fn write(&self, writes: &[Write]) -> Result<(), DbError> {
        let flat = js_sys::Array::new();
        for write in writes {
            let (store, key, value) = match write {
                Write::Put(store, key, value) => (store, key, JsValue::from_str(value)),
                Write::Delete(store, key) => (store, key, JsValue::UNDEFINED),
            };
            flat.push(&store.name().into());
            flat.push(&key.into());
            flat.push(&value);
        }
        db_write(&self.handle, flat).await?;
        Ok(())
    }

    /// Closes the connection, so that the database can be deleted.
    pub fn close(self) {
        db_close(&self.handle);
    }

    /// Deletes the whole database: the person leaves this device.
    ///
    /// # Errors
    /// The browser refused, or a connection of this page is still open.
    pub async fn delete(name: &str) -> Result<(), DbError> {
        db_delete(name).await?;
        Ok(())
    }
}
