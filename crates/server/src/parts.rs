//! Where the bytes of files on their way lie, until the last one has come: beside the database,
//! outside of everything that has an address.
//!
//! How far a file has come is how long its part is: after a power cut that is what the sender is
//! told, whatever was acknowledged before.

use crate::store::StoreError;
use std::{
    collections::HashSet,
    fs::{self, DirBuilder, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};
use tokio::task::spawn_blocking;
use uuid::Uuid;

/// Name of the folder in the data folder.
const FOLDER: &str = "uploads";

/// The folder of files on their way.
#[derive(Clone)]
pub struct Parts {
    root: PathBuf,
    /// Held from the look at a part's length to the end of the writing: of two senders of the same
    /// bytes only one is right about where it stands.
    order: Arc<Mutex<()>>,
}

impl Parts {
    /// Makes the folder when there is none.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn open(data: &Path) -> io::Result<Self> {
        let root = data.join(FOLDER);
        DirBuilder::new().recursive(true).mode(0o700).create(&root)?;
        Ok(Self { root, order: Arc::default() })
    }

    /// How many bytes have come. None, when nothing did.
    ///
    /// # Errors
    /// [`StoreError::Trouble`].
    pub async fn length(&self, id: Uuid) -> Result<u64, StoreError> {
        let place = self.place(id);
        blocking(move || length(&place)).await
    }

    /// Adds bytes at the end, when the end is where the sender thinks. Returns the new length, or
    /// nothing when the end is elsewhere.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`] or [`StoreError::Trouble`].
    pub async fn append(
        &self,
        id: Uuid,
        offset: u64,
        bytes: Vec<u8>,
    ) -> Result<Option<u64>, StoreError> {
        let (place, order) = (self.place(id), Arc::clone(&self.order));
        blocking(move || {
            // The lock guards no value: whoever broke off left nothing behind that is wrong.
            let _order = order.lock().unwrap_or_else(PoisonError::into_inner);
            if length(&place)? != offset {
                return Ok(None);
            }
            let mut options = OpenOptions::new();
            let mut file = options.append(true).create(true).mode(0o600).open(&place)?;
            if let Err(error) = file.write_all(&bytes) {
                // Half a piece would be taken for a whole one.
                drop(file.set_len(offset));
                return Err(error);
            }
            Ok(Some(offset + bytes.len() as u64))
        })
        .await
    }

    /// Everything that has come.
    ///
    /// # Errors
    /// [`StoreError::Trouble`].
    pub async fn read(&self, id: Uuid) -> Result<Vec<u8>, StoreError> {
        let place = self.place(id);
        blocking(move || match fs::read(place) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            read => read,
        })
        .await
    }

    /// Takes a part away. What is not there is no trouble.
    ///
    /// # Errors
    /// [`StoreError::Trouble`].
    pub async fn remove(&self, id: Uuid) -> Result<(), StoreError> {
        let place = self.place(id);
        blocking(move || match fs::remove_file(place) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            removed => removed,
        })
        .await
    }

    /// The id of every part that lies here.
    ///
    /// # Errors
    /// [`StoreError::Trouble`].
    pub async fn all(&self) -> Result<HashSet<Uuid>, StoreError> {
        let root = self.root.clone();
        blocking(move || {
            let mut found = HashSet::new();
            for part in fs::read_dir(root)? {
                let name = part?.file_name();
                found.extend(name.to_str().and_then(|name| name.parse::<Uuid>().ok()));
            }
            Ok(found)
        })
        .await
    }

    fn place(&self, id: Uuid) -> PathBuf {
        self.root.join(id.to_string())
    }
}

fn length(place: &Path) -> io::Result<u64> {
    match fs::metadata(place) {
        Ok(about) => Ok(about.len()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
        Err(error) => Err(error),
    }
}

/// Does what waits for the disk on a thread that may wait.
async fn blocking<T: Send + 'static>(
    job: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, StoreError> {
    let done = spawn_blocking(job).await.map_err(|error| StoreError::Trouble(Box::new(error)))?;
    done.map_err(|error| match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull,
        _ => StoreError::Trouble(Box::new(error)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn bytes_are_added_where_the_end_is_and_nowhere_else() {
        let data = tempfile::tempdir().unwrap();
        let parts = Parts::open(data.path()).unwrap();
        let id = Uuid::from_u128(1);
        assert_eq!(parts.length(id).await.unwrap(), 0);
        assert_eq!(parts.append(id, 0, b"ab".to_vec()).await.unwrap(), Some(2));
        assert_eq!(parts.append(id, 0, b"ab".to_vec()).await.unwrap(), None, "it came before");
        assert_eq!(parts.append(id, 3, b"d".to_vec()).await.unwrap(), None, "one is missing");
        assert_eq!(parts.append(id, 2, b"c".to_vec()).await.unwrap(), Some(3));
        assert_eq!(parts.read(id).await.unwrap(), b"abc");
        assert_eq!(parts.all().await.unwrap(), HashSet::from([id]));
        parts.remove(id).await.unwrap();
        parts.remove(id).await.unwrap();
        assert_eq!(parts.length(id).await.unwrap(), 0);
    }
}
