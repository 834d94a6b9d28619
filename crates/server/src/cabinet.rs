//! Where the bytes of files lie: beside the database, named by their hash, never under an address
//! that the web server maps to a folder.

use crate::store::{StoreError, people::Hash};
use std::{
    fs::{self, DirBuilder, File},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::{
    sync::{Mutex, MutexGuard},
    task::spawn_blocking,
};

/// Name of the folder in the data folder.
const FOLDER: &str = "files";
/// Name of the folder for what is being written.
const UNFINISHED: &str = "unfinished";

/// The folder of files.
#[derive(Clone)]
pub struct Cabinet {
    root: PathBuf,
    /// Held from "the bytes are there" to "the database says so", and from "nobody has them" to
    /// "the bytes are gone".
    order: Arc<Mutex<()>>,
}

impl Cabinet {
    /// Makes the folder when there is none, and clears away what a crash left unfinished.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn open(data: &Path) -> io::Result<Self> {
        let root = data.join(FOLDER);
        let unfinished = root.join(UNFINISHED);
        make_folder(&unfinished)?;
        for left in fs::read_dir(&unfinished)? {
            fs::remove_file(left?.path())?;
        }
        Ok(Self { root, order: Arc::default() })
    }

    /// Keeps others from putting in or taking out.
    pub async fn lock(&self) -> MutexGuard<'_, ()> {
        self.order.lock().await
    }

    /// Puts bytes in; once it returns they survive a power cut. The same bytes lie there once.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`] or [`StoreError::Trouble`].
    pub async fn put(&self, hash: Hash, bytes: Vec<u8>) -> Result<(), StoreError> {
        let (place, unfinished) = (self.place(&hash), self.root.join(UNFINISHED).join(hex(&hash)));
        blocking(move || write(&place, &unfinished, &bytes)).await
    }

    /// The bytes.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are not there.
    pub async fn get(&self, hash: Hash) -> Result<Vec<u8>, StoreError> {
        let place = self.place(&hash);
        blocking(move || fs::read(place)).await
    }

    /// Takes bytes out. What is not there is no trouble.
    ///
    /// # Errors
    /// [`StoreError::Trouble`].
    pub async fn remove(&self, hash: Hash) -> Result<(), StoreError> {
        let place = self.place(&hash);
        match blocking(move || fs::remove_file(place)).await {
            Err(StoreError::NotFound) => Ok(()),
            result => result,
        }
    }

    /// The hash of everything that lies here.
    ///
    /// # Errors
    /// [`StoreError::Trouble`].
    pub async fn all(&self) -> Result<Vec<Hash>, StoreError> {
        let root = self.root.clone();
        blocking(move || list(&root)).await
    }

    fn place(&self, hash: &Hash) -> PathBuf {
        let name = hex(hash);
        let (folder, rest) = name.split_at(2);
        self.root.join(folder).join(rest)
    }
}

/// A hash in lower-case hexadecimal digits.
#[must_use]
pub fn hex(hash: &Hash) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A hash from 64 lower-case hexadecimal digits.
#[must_use]
pub fn parse_hex(text: &str) -> Option<Hash> {
    let digits = |byte: &u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte);
    if text.len() != 64 || !text.bytes().all(|byte| digits(&byte)) {
        return None;
    }
    let mut hash = [0; 32];
    for (byte, pair) in hash.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(hash)
}

fn make_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

fn write(place: &Path, unfinished: &Path, bytes: &[u8]) -> io::Result<()> {
    if place.exists() {
        return Ok(());
    }
    let folder = place.parent().unwrap_or(place);
    make_folder(folder)?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    let written = options.open(unfinished).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| fs::rename(unfinished, place)) {
        drop(fs::remove_file(unfinished));
        return Err(error);
    }
    // The name must survive as well.
    File::open(folder)?.sync_all()
}

fn list(root: &Path) -> io::Result<Vec<Hash>> {
    let mut found = Vec::new();
    for folder in fs::read_dir(root)? {
        let folder = folder?.path();
        let start =
            folder.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if start == UNFINISHED || !folder.is_dir() {
            continue;
        }
        for file in fs::read_dir(&folder)? {
            let rest = file?.file_name();
            found.extend(parse_hex(&format!("{start}{}", rest.to_string_lossy())));
        }
    }
    Ok(found)
}

/// Does what waits for the disk on a thread that may wait.
async fn blocking<T: Send + 'static>(
    job: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, StoreError> {
    let done = spawn_blocking(job).await.map_err(|error| StoreError::Trouble(Box::new(error)))?;
    done.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => StoreError::NotFound,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull,
        _ => StoreError::Trouble(Box::new(error)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn bytes_go_in_once_and_out_for_good() {
        let data = tempfile::tempdir().unwrap();
        let cabinet = Cabinet::open(data.path()).unwrap();
        let hash = crate::secret::hash("x");
        for _ in 0..2 {
            cabinet.put(hash, b"x".to_vec()).await.unwrap();
        }
        assert_eq!(cabinet.get(hash).await.unwrap(), b"x");
        assert_eq!(cabinet.all().await.unwrap(), [hash]);
        cabinet.remove(hash).await.unwrap();
        cabinet.remove(hash).await.unwrap();
        assert!(matches!(cabinet.get(hash).await, Err(StoreError::NotFound)));
        assert_eq!(cabinet.all().await.unwrap(), [[0; 32]; 0]);
    }

    #[test]
    fn hashes_are_read_as_they_are_written() {
        let hash = crate::secret::hash("x");
        assert_eq!(parse_hex(&hex(&hash)), Some(hash));
        for text in ["", "..", &"A".repeat(64), &"0".repeat(63), &"é".repeat(32)] {
            assert_eq!(parse_hex(text), None, "{text}");
        }
    }
}
