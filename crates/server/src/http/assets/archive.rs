//! The files of the builds that were served before this one.
//!
//! A tab that was opened yesterday fetches its later pages today, when a newer version is in place.
//! The names of those files are of yesterday's build: without them the page could not load. So
//! what has a hash in its name is kept, of the last [`BUILDS`] builds and for [`DAYS`] days after
//! another one took their place. Pages without a hash are never kept: there is one of each.
//!
//! `files/` holds each file once, whichever builds it belongs to; a list for each build says which
//! ones are its own and what their content must hash to, so that a half-written one is not served.

use super::{Asset, FOREVER, folder};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use board::time::Timestamp;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, HashSet},
    fs,
    io::{self, Read},
    path::{Component, Path, PathBuf},
};

/// How many earlier builds are kept.
pub(super) const BUILDS: usize = 10;
/// For how long a build is kept once another one has taken its place.
pub(super) const DAYS: i64 = 30;
/// Names the build that is served.
const SERVED: &str = "served";
const FILES: &str = "files";

/// The earlier builds, the newest first.
#[derive(Debug, Default)]
pub(super) struct Archive {
    files: PathBuf,
    earlier: Vec<Build>,
}

/// What a build consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Build {
    /// Until when it was served.
    until: Timestamp,
    /// The hash of each content, by the path under which it is served.
    pub hashes: BTreeMap<String, String>,
}

/// A file of this build: path, content, the content in brotli.
pub(super) type Present<'a> = (&'a str, &'a [u8], Option<&'a [u8]>);

impl Archive {
    /// Puts this build beside the earlier ones, and lets go of the oldest.
    pub(super) fn open(folder: &Path, now: Timestamp, files: &[Present<'_>]) -> io::Result<Self> {
        let archive = Self { files: folder.join(FILES), earlier: Vec::new() };
        fs::create_dir_all(&archive.files)?;
        let hashes =
            files.iter().map(|(path, plain, _)| ((*path).to_owned(), hash(plain))).collect();
        let present = Build { until: now, hashes };
        let id = present.id();

        let mut builds = lists(folder)?;
        // Served until this start, which may be long after it was put in place.
        let last = fs::read_to_string(folder.join(SERVED)).unwrap_or_default();
        if let Some(build) = builds.get_mut(last.trim()) {
            build.until = now;
            write(&folder.join(list(last.trim())), build.text().as_bytes())?;
        }
        if builds.remove(&id).is_none() {
            for (path, plain, brotli) in files {
                archive.put(path, plain, *brotli)?;
            }
        }
        write(&folder.join(list(&id)), present.text().as_bytes())?;
        write(&folder.join(SERVED), id.as_bytes())?;

        let mut earlier: Vec<(String, Build)> = builds.into_iter().collect();
        earlier.sort_by_key(|(_, build)| std::cmp::Reverse(build.until));
        let young = |build: &Build| now.0 - build.until.0 < DAYS * Timestamp::DAY;
        let kept = earlier.iter().take(BUILDS).take_while(|(_, build)| young(build)).count();
        for (id, _) in earlier.drain(kept..) {
            fs::remove_file(folder.join(list(&id)))?;
        }
        let earlier: Vec<Build> = earlier.into_iter().map(|(_, build)| build).collect();
        let used = earlier.iter().chain([&present]).flat_map(|build| build.hashes.keys());
        sweep(&archive.files, &archive.files, &used.map(String::as_str).collect())?;
        Ok(Self { earlier, ..archive })
    }

    /// The builds before this one, the newest first.
    pub(super) fn earlier(&self) -> &[Build] {
        &self.earlier
    }

    /// A file of an earlier build.
    pub(super) fn file(&self, path: &str) -> Option<Asset> {
        let hash = self.earlier.iter().find_map(|build| build.hashes.get(path))?;
        let (plain, brotli) = self.read(path, hash)?;
        let mut asset = Asset::new(folder::kind(path), FOREVER, plain);
        asset.brotli = brotli.map(Into::into);
        Some(asset)
    }

    /// The content with this hash, and its compressed form; nothing when it is not what it was.
    pub(super) fn read(&self, path: &str, hash: &str) -> Option<(Vec<u8>, Option<Vec<u8>>)> {
        let place = self.place(path)?;
        let (plain, brotli) = match fs::read(packed(&place)) {
            Ok(brotli) => {
                let mut plain = Vec::new();
                brotli::Decompressor::new(&*brotli, 4096).read_to_end(&mut plain).ok()?;
                (plain, Some(brotli))
            }
            Err(_) => (fs::read(place).ok()?, None),
        };
        (self::hash(&plain) == hash).then_some((plain, brotli))
    }

    /// Keeps a file in its smallest form.
    fn put(&self, path: &str, plain: &[u8], brotli: Option<&[u8]>) -> io::Result<()> {
        let Some(place) = self.place(path) else { return Ok(()) };
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        match brotli {
            Some(brotli) => write(&packed(&place), brotli),
            None => write(&place, plain),
        }
    }

    /// Where a file lies; nothing for a path that leads elsewhere.
    fn place(&self, path: &str) -> Option<PathBuf> {
        let inner = Path::new(path.strip_prefix('/')?);
        let plain = inner.components().all(|part| matches!(part, Component::Normal(_)));
        plain.then(|| self.files.join(inner))
    }
}

impl Build {
    /// The same for the same files.
    fn id(&self) -> String {
        let all: String =
            self.hashes.iter().map(|(path, hash)| format!("{hash} {path}\n")).collect();
        hash(all.as_bytes())[..16].to_owned()
    }

    fn text(&self) -> String {
        let files = self.hashes.iter().map(|(path, hash)| format!("{hash} {path}\n"));
        format!("{}\n{}", self.until.0, files.collect::<String>())
    }

    fn parse(text: &str) -> Option<Self> {
        let (until, files) = text.split_once('\n')?;
        let files = files.lines().map(|line| {
            let (hash, path) = line.split_once(' ')?;
            Some((path.to_owned(), hash.to_owned()))
        });
        Some(Self { until: Timestamp(until.parse().ok()?), hashes: files.collect::<Option<_>>()? })
    }
}

/// The hash of a content, as the lists hold it.
fn hash(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(bytes))
}

fn list(id: &str) -> String {
    format!("{id}.txt")
}

/// The lists of the builds by their ids. One that cannot be read is of no build any more.
fn lists(folder: &Path) -> io::Result<BTreeMap<String, Build>> {
    let mut builds = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let build = fs::read_to_string(&path).ok().and_then(|text| Build::parse(&text));
            let id = path.file_stem().and_then(|stem| stem.to_str());
            match (id, build) {
                (Some(id), Some(build)) => drop(builds.insert(id.to_owned(), build)),
                _ => fs::remove_file(&path)?,
            }
        }
    }
    Ok(builds)
}

/// Removes what no list names.
fn sweep(files: &Path, folder: &Path, used: &HashSet<&str>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sweep(files, &path, used)?;
            continue;
        }
        let inner = path.strip_prefix(files).unwrap_or(&path).to_string_lossy().into_owned();
        let inner = inner.strip_suffix(".br").unwrap_or(&inner);
        if !used.contains(&*format!("/{inner}")) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

fn packed(place: &Path) -> PathBuf {
    let mut name = place.as_os_str().to_owned();
    name.push(".br");
    name.into()
}

/// Whole or not at all.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut half = path.as_os_str().to_owned();
    half.push(".half");
    fs::write(&half, bytes)?;
    fs::rename(&half, path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    const NOW: Timestamp = Timestamp(1_800_000_000_000);

    fn days(count: i64) -> Timestamp {
        Timestamp(NOW.0 + count * Timestamp::DAY)
    }

    /// Serves a build of one file that is its own and one that all share.
    fn serve(folder: &Path, name: &str, now: Timestamp) -> Archive {
        let own = format!("/{name}.wasm");
        let packed = folder::brotli(b"plain");
        let files: [Present<'_>; 2] =
            [(&own, name.as_bytes(), None), ("/words/fr.txt", b"plain", Some(&packed))];
        Archive::open(folder, now, &files).unwrap()
    }

    #[test]
    fn what_was_served_yesterday_is_still_there() {
        let folder = TempDir::new().unwrap();
        serve(folder.path(), "one", NOW);
        let archive = serve(folder.path(), "two", days(1));
        let asset = archive.file("/one.wasm").unwrap();
        assert_eq!(
            (&*asset.plain, asset.cache, asset.kind),
            (&b"one"[..], FOREVER, "application/wasm")
        );
        let shared = archive.file("/words/fr.txt").unwrap();
        assert_eq!((&*shared.plain, shared.brotli.is_some()), (&b"plain"[..], true));
        for path in ["/two.wasm", "/none.wasm", "/../served", "served"] {
            assert!(archive.file(path).is_none(), "{path}");
        }
    }

    #[test]
    fn a_build_is_kept_for_days_after_its_last_one_and_then_goes_with_its_files() {
        let folder = TempDir::new().unwrap();
        serve(folder.path(), "one", NOW);
        let archive = serve(folder.path(), "two", days(100));
        assert!(archive.file("/one.wasm").is_some(), "served until day 100");
        let archive = serve(folder.path(), "two", days(100 + DAYS));
        assert!(archive.earlier().is_empty());
        assert!(!folder.path().join("files/one.wasm").exists());
        assert!(folder.path().join("files/words/fr.txt.br").exists());
        let archive = serve(folder.path(), "one", days(101 + DAYS));
        assert_eq!(archive.earlier().len(), 1, "an old build may come back");
    }

    #[test]
    fn only_so_many_builds_are_kept_the_newest() {
        let folder = TempDir::new().unwrap();
        for number in 0..BUILDS as i64 + 3 {
            serve(folder.path(), &number.to_string(), days(number));
        }
        let archive = serve(folder.path(), "last", days(20));
        assert_eq!(archive.earlier().len(), BUILDS);
        assert!(archive.file("/2.wasm").is_none() && archive.file("/3.wasm").is_some());
        assert_eq!(fs::read_dir(folder.path().join(FILES)).unwrap().count(), BUILDS + 2);
    }

    #[test]
    fn what_was_damaged_is_not_served() {
        let folder = TempDir::new().unwrap();
        serve(folder.path(), "one", NOW);
        fs::write(folder.path().join("files/one.wasm"), "on").unwrap();
        fs::write(folder.path().join("odd.txt"), "x").unwrap();
        let archive = serve(folder.path(), "two", days(1));
        assert!(archive.file("/one.wasm").is_none());
        assert!(!folder.path().join("odd.txt").exists());
    }
}
