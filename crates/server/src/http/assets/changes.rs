//! New files sent as what changed since the old ones that a browser holds: compression with
//! dictionaries (RFC 9842), where the browser has it.
//!
//! Every file with a hash in its name says that it can be the dictionary of its successors
//! (`Use-As-Dictionary`). A browser that has one says which (`Available-Dictionary`), and gets the
//! change, a tenth to a fifth of the whole. The changes are made once, after the start, beside the
//! work.

use super::{archive::Archive, folder};
use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderName, HeaderValue, header},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::{
    io::{self, Write},
    sync::{Arc, OnceLock},
    thread,
};

/// The name of the encoding: zstd with a dictionary.
pub(super) const ENCODING: &str = "dcz";
/// From how many earlier builds a browser is brought here; older ones fetch the whole.
const BUILDS: usize = 3;
/// Smaller files are not worth a header in every answer.
const WORTH: usize = 2_000;
/// What begins an answer in this encoding: a frame that decoders of plain zstd skip.
const MAGIC: [u8; 8] = [0x5e, 0x2a, 0x4d, 0x18, 0x20, 0, 0, 0];
const LEVEL: i32 = 19;
/// Every browser must have room for a window of 8 MB.
const WINDOW_MAX: u32 = 23;

/// The way to a file from the ones it takes the place of.
#[derive(Clone)]
pub(super) struct Changes {
    /// The addresses of the file in all builds, with a star where the hash stands.
    pattern: String,
    from: Arc<OnceLock<Vec<Change>>>,
}

/// The way from one of them.
struct Change {
    /// As the browser names what it has.
    dictionary: String,
    bytes: Bytes,
}

/// A file whose changes are to be made.
pub(super) struct Work {
    pub path: String,
    pub plain: Bytes,
    /// What it weighs as a whole.
    pub whole: usize,
    pub changes: Changes,
}

impl Changes {
    /// For a file that has a hash in its name and is worth it.
    pub(super) fn of(path: &str, size: usize) -> Option<Self> {
        let pattern = pattern(path).filter(|_| size >= WORTH)?;
        Some(Self { pattern, from: Arc::default() })
    }

    /// What tells the browser to keep the file for its successors.
    pub(super) fn header(&self) -> Option<(HeaderName, HeaderValue)> {
        let value = HeaderValue::from_str(&format!("match=\"{}\"", self.pattern)).ok()?;
        Some((HeaderName::from_static("use-as-dictionary"), value))
    }

    /// What changed since what the browser has.
    pub(super) fn since(&self, request: &HeaderMap) -> Option<&Bytes> {
        let held = request.get("available-dictionary")?.to_str().ok()?.trim();
        let mut changes = self.from.get()?.iter();
        changes.find(|change| change.dictionary == held).map(|change| &change.bytes)
    }
}

/// What answers differ by when they may be changes.
pub(super) const VARY: HeaderValue =
    HeaderValue::from_static("accept-encoding, available-dictionary");

/// Whether the browser takes changes and names what it has.
pub(super) fn asked(request: &HeaderMap) -> bool {
    super::accepts(request, ENCODING)
        && request.contains_key("available-dictionary")
        && !request.contains_key(header::RANGE)
}

/// Makes the changes from the last builds, on a thread of its own: nothing waits for them, and a
/// browser that asks before gets the whole.
pub(super) fn prepare(archive: Arc<Archive>, work: Vec<Work>) {
    let made = thread::Builder::new().name("changes".into()).spawn(move || {
        for file in work {
            let changes = from_earlier(&archive, &file);
            // Only this thread sets it, and each once.
            let _ = file.changes.from.set(changes);
        }
    });
    if let Err(error) = made {
        tracing::warn!(%error, "new files are sent whole");
    }
}

fn from_earlier(archive: &Archive, file: &Work) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for build in archive.earlier().iter().take(BUILDS) {
        let before = build.hashes.iter().find(|(path, _)| {
            **path != file.path && pattern(path).as_ref() == Some(&file.changes.pattern)
        });
        let Some((dictionary, _)) = before.and_then(|(path, hash)| archive.read(path, hash)) else {
            continue;
        };
        let digest = Sha256::digest(&dictionary);
        let name = format!(":{}:", STANDARD.encode(digest));
        if changes.iter().any(|change| change.dictionary == name) {
            continue;
        }
        match compress(&file.plain, &dictionary) {
            Ok(bytes) if bytes.len() < file.whole => {
                changes.push(Change { dictionary: name, bytes: bytes.into() });
            }
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "a new file is sent whole"),
        }
    }
    changes
}

/// The bytes as a change of the dictionary.
///
/// # Errors
/// Those of the compressor.
fn compress(plain: &[u8], dictionary: &[u8]) -> io::Result<Vec<u8>> {
    let mut start = MAGIC.to_vec();
    start.extend(Sha256::digest(dictionary));
    let mut encoder = zstd::Encoder::with_ref_prefix(start, LEVEL, dictionary)?;
    let both = (plain.len() + dictionary.len()).max(1);
    encoder.window_log((both.ilog2() + 1).clamp(10, WINDOW_MAX))?;
    encoder.set_pledged_src_size(Some(plain.len() as u64))?;
    encoder.write_all(plain)?;
    encoder.finish()
}

/// `/passerelle-*_bg.wasm` for the file of any build.
fn pattern(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/')?;
    let hash = folder::hash_of(name)?;
    Some(format!("{folder}/{}", name.replacen(hash, "*", 1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn addresses_of_all_builds_have_one_pattern() {
        for (path, expected) in [
            ("/passerelle-5f3a9c1e5f3a9c1e_bg.wasm", Some("/passerelle-*_bg.wasm")),
            ("/chunk_0a1b2c3d-5f3a9c1e5f3a9c1e.wasm", Some("/chunk_0a1b2c3d-*.wasm")),
            ("/words/fr.board.5f3a9c1e5f3a9c1e.txt", Some("/words/fr.board.*.txt")),
            ("/manifest.webmanifest", None),
        ] {
            assert_eq!(pattern(path).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn a_change_is_small_and_gives_the_new_file() {
        let old: Vec<u8> =
            (0..60_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()).collect();
        let mut new = old.clone();
        new.splice(100_000..100_003, *b"a changed line");
        let change = compress(&new, &old).unwrap();
        assert!(change.len() < 200, "{} bytes", change.len());
        assert_eq!(change[..8], MAGIC);
        assert_eq!(change[8..40], *Sha256::digest(&old));
        let mut again = Vec::new();
        let mut decoder = zstd::Decoder::with_ref_prefix(&change[40..], &old).unwrap();
        decoder.read_to_end(&mut again).unwrap();
        assert!(again == new);
    }

    /// `cargo xtask size` reckons with 600 for the change and its headers.
    #[test]
    fn a_changed_sentence_is_a_few_hundred_bytes() {
        for lang in words::Lang::ALL {
            let old = words::text(lang, words::Part::Board);
            let line = old.lines().find(|line| line.len() > 60).unwrap();
            let new = old.replacen(line, "One sentence of the product says something else now.", 1);
            let change = compress(new.as_bytes(), old.as_bytes()).unwrap();
            assert!(change.len() < 300, "{} bytes in {}", change.len(), lang.tag());
        }
    }

    #[test]
    fn small_files_are_not_worth_it() {
        let path = "/chunk_1-5f3a9c1e5f3a9c1e.wasm";
        assert!(Changes::of(path, WORTH - 1).is_none());
        let header = Changes::of(path, WORTH).unwrap().header().unwrap();
        assert_eq!(header.1, "match=\"/chunk_1-*.wasm\"");
    }
}
