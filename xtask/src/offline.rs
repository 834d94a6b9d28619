//! Stamps the service worker with what this build is made of, so that the app opens without a
//! network and an update fetches only what is new.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::collections::hash_map::DefaultHasher;
use std::ffi::OsStr;
use std::hash::{Hash, Hasher};
use std::path::Path;

use anyhow::Context;
use xshell::Shell;

use crate::app::DIST;
use crate::compress::PACK;
use crate::scripts::{self, Kind};
use crate::{split, texts};

/// The worker as it is written, with a place for the stamp.
const WORKER: &str = "sw/sw.js";
/// The place.
const PLACE: &str = "const STAMP = {};";
/// Where the pages of the app have their addresses.
const ADDRESSES: [&str; 3] = ["src/app/duo.rs", "src/app/staff.rs", "src/app/funder.rs"];
/// The sets of pages that only people of the association open: kept once they were opened.
const STAFF: &str = "src/app/staff_pages";
/// The set that every first visit fetches after the first page.
const ASIDES: &str = "asides";
/// The set of the pages of every day.
const DAILY: &str = "board";
/// What a home screen and a notification show.
const PICTURES: [&str; 3] = ["icon.svg", "icon-192.png", "manifest.webmanifest"];

/// Writes `dist/sw.js`.
pub fn stamp(sh: &Shell, path: &OsStr) -> anyhow::Result<()> {
    let dist = sh.current_dir().join(DIST);
    let staff = staff_sets(sh)?;
    let mut names = Vec::new();
    for path in sh.read_dir(&dist)? {
        names.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
    }
    let made = |name: &str| name == "sw.js" || name.ends_with(PACK);
    names.retain(|name| !name.ends_with(".br") && !name.ends_with(".gz") && !made(name));
    names.sort();
    let script = names.iter().find(|name| name.starts_with("passerelle-") && name.ends_with(".js"));
    let script = script.with_context(|| format!("{DIST} holds no script of the app"))?;
    let texts = sh.read_binary_file(texts::folder(sh)?.join("names.rs"))?;
    let words = Vec::from_iter(words(&texts, &languages(sh)?));
    anyhow::ensure!(!words.is_empty(), "no file of words has a name");
    let worker = sh.read_file(WORKER)?;
    let mut build = DefaultHasher::new();
    worker.hash(&mut build);
    // A changed text may be all that is new.
    words.hash(&mut build);
    for name in &names {
        name.hash(&mut build);
        sh.read_binary_file(dist.join(name))?.hash(&mut build);
    }
    let lists = Lists::of(&names, script, &staff);
    let stamp = format!(
        "const STAMP={{build:\"{:016x}\",first:{:?},rest:{:?},pack:[{}],words:{:?},pages:{:?}}};",
        build.finish(),
        lists.first,
        lists.rest,
        pack(sh, &dist, script, &lists.pack)?,
        words,
        Vec::from_iter(addresses(sh)?),
    );
    anyhow::ensure!(worker.contains(PLACE), "{WORKER} has no line `{PLACE}`");
    let file = dist.join("sw.js");
    sh.write_file(&file, worker.replace(PLACE, &stamp))?;
    scripts::shrink(sh, path, &file, Kind::Worker)
}

/// What a device keeps, by address.
#[derive(Debug, Default, PartialEq, Eq)]
struct Lists {
    /// What the app needs to start and to be left; its script comes first, the mark of the build.
    first: Vec<String>,
    /// The pages of every day, which a visit fetches by itself, and the pictures.
    rest: Vec<String>,
    /// The other pages of a board.
    pack: Vec<String>,
}

impl Lists {
    /// Sorts the files of the app.
    fn of(names: &[String], script: &str, staff: &BTreeSet<String>) -> Self {
        let mut lists = Self { first: vec![format!("/{script}")], ..Self::default() };
        let mut used = split::used_by(names);
        for name in names.iter().filter(|name| *name != script) {
            let sets = match used.remove(&**name) {
                Some(sets) => sets,
                None if PICTURES.contains(&name.as_str()) => {
                    lists.rest.push(format!("/{name}"));
                    continue;
                }
                // The style of later pages is that of the asides too.
                None if name.contains('-') && is_code(name) => vec![ASIDES],
                None => vec![],
            };
            if sets.contains(&ASIDES) {
                lists.first.push(format!("/{name}"));
            } else if sets.contains(&DAILY) {
                lists.rest.push(format!("/{name}"));
            } else if sets.iter().any(|set| !staff.contains(*set)) {
                lists.pack.push(format!("/{name}"));
            }
        }
        lists
    }
}

/// Writes these parts into one file, the largest first, and says how to take it apart: its address,
/// then each part with its size.
fn pack(sh: &Shell, dist: &Path, script: &str, parts: &[String]) -> anyhow::Result<String> {
    let mut files = Vec::new();
    for part in parts {
        files.push((part, sh.read_binary_file(dist.join(part.trim_start_matches('/')))?));
    }
    files.sort_by_key(|(_, bytes)| Reverse(bytes.len()));
    let name = script.replacen("passerelle", "pages", 1).replace(".js", &format!(".{PACK}"));
    let whole: Vec<u8> = files.iter().flat_map(|(_, bytes)| bytes).copied().collect();
    sh.write_file(dist.join(&name), whole)?;
    let sizes = files.iter().map(|(part, bytes)| format!(",{part:?},{}", bytes.len()));
    Ok(format!("\"/{name}\"{}", sizes.collect::<String>()))
}

/// The names of the sets that `later!` declares for people of the association.
pub fn staff_sets(sh: &Shell) -> anyhow::Result<BTreeSet<String>> {
    let mut files = sh.read_dir(STAFF)?;
    files.push(format!("{STAFF}.rs").into());
    let mut sets = BTreeSet::new();
    for file in files {
        sets.extend(declared(&sh.read_file(&file)?));
    }
    anyhow::ensure!(!sets.is_empty(), "{STAFF} declares no set of pages");
    Ok(sets)
}

/// The names of the sets that a file declares.
fn declared(source: &str) -> Vec<String> {
    let calls = source.split("later!(").skip(1);
    let names = calls.filter_map(|call| {
        let line =
            call.lines().map(str::trim).find(|it| !it.is_empty() && !it.starts_with("//"))?;
        Some(line.split(',').nth(1)?.trim().to_owned())
    });
    names.collect()
}

/// How the addresses of the app's pages begin: `week` for `/week`, nothing for `/`.
fn addresses(sh: &Shell) -> anyhow::Result<BTreeSet<String>> {
    let mut all = BTreeSet::new();
    for file in ADDRESSES {
        all.extend(begins(&sh.read_file(file)?));
    }
    anyhow::ensure!(all.contains("week"), "{ADDRESSES:?} hold no table of addresses");
    Ok(all)
}

fn begins(source: &str) -> BTreeSet<String> {
    let rows = source.lines().filter_map(|line| line.trim().strip_prefix("(\"/"));
    let paths = rows.filter_map(|row| row.split_once("\", ||"));
    paths.filter_map(|(path, _)| path.split('/').next()).map(str::to_owned).collect()
}

/// The texts that the app asks for, by the names in a list; not those of the association, which are
/// kept once they were read.
fn words(list: &[u8], languages: &[String]) -> BTreeSet<String> {
    const END: &[u8] = b".txt";
    const HASH: usize = 16;
    let mut names = BTreeSet::new();
    let ends = list.windows(END.len()).enumerate().filter(|(_, window)| *window == END);
    for (end, _) in ends {
        let Some((before, hash)) = list[..end].split_at_checked(end.wrapping_sub(HASH)) else {
            continue;
        };
        let Ok(hash) = std::str::from_utf8(hash) else { continue };
        if !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            continue;
        }
        for lang in languages {
            for part in ["", ".board", ".pages"] {
                let name = format!("{lang}{part}.");
                if before.ends_with(name.as_bytes()) {
                    names.insert(format!("/words/{name}{hash}.txt"));
                }
            }
        }
    }
    names
}

/// The languages, by the files of the first page's words.
fn languages(sh: &Shell) -> anyhow::Result<Vec<String>> {
    let files = sh.read_dir("locales")?;
    let texts = files.iter().filter(|file| file.extension().is_some_and(|it| it == "toml"));
    Ok(texts.filter_map(|file| Some(file.file_stem()?.to_string_lossy().into_owned())).collect())
}

fn is_code(name: &str) -> bool {
    [".css", ".js", ".wasm"].iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_device_keeps_the_pages_of_a_board_and_not_those_of_the_association() {
        let names = all(&[
            "browser-0123456789abcdef.js",
            // A bit for each set, in the order of their names: asides, board, cvs, other, setup.
            "chunk_3-0123456789abcdef.wasm",
            "chunk_12-0123456789abcdef.wasm",
            "chunk_18-0123456789abcdef.wasm",
            "favicon.ico",
            "icon-192.png",
            "index.html",
            "later-0123456789abcdef.css",
            "passerelle-0123456789abcdef.js",
            "passerelle-0123456789abcdef_bg.wasm",
            "split_asides-0123456789abcdef.wasm",
            "split_board-0123456789abcdef.wasm",
            "split_cvs-0123456789abcdef.wasm",
            "split_other-0123456789abcdef.wasm",
            "split_setup-0123456789abcdef.wasm",
        ]);
        let staff = ["other", "setup"].map(str::to_owned).into();
        let lists = Lists::of(&names, "passerelle-0123456789abcdef.js", &staff);
        assert_eq!(
            lists.first,
            [
                "/passerelle-0123456789abcdef.js",
                "/browser-0123456789abcdef.js",
                "/chunk_3-0123456789abcdef.wasm",
                "/later-0123456789abcdef.css",
                "/passerelle-0123456789abcdef_bg.wasm",
                "/split_asides-0123456789abcdef.wasm",
            ]
        );
        assert_eq!(
            lists.rest,
            [
                "/chunk_12-0123456789abcdef.wasm",
                "/icon-192.png",
                "/split_board-0123456789abcdef.wasm",
            ]
        );
        assert_eq!(lists.pack, ["/split_cvs-0123456789abcdef.wasm"]);
    }

    #[test]
    fn sets_and_addresses_are_read_where_they_are_declared() {
        let source = "later!(\n    /// The set, with, commas.\n    SETUP, setup, &[Part::Staff], \
                      SetupPage, make, beside x\n);";
        assert_eq!(declared(source), ["setup"]);
        let table = "    (\"/\", || view! { <HomePage/> }.into_any()),\n    \
                     (\"/plan/:id\", || BOARD.page(BoardPage::Objective)),\n    \
                     (\"/elsewhere\", 1),\n";
        assert_eq!(begins(table), ["", "plan"].map(str::to_owned).into());
    }

    #[test]
    fn the_words_are_found_among_other_bytes() {
        let wasm = b"\0.txtfr.0123456789abcdef.txtfr.board.1123456789abcdef.txtfr.staff.2123456789\
                     abcdef.txtfr.server.2123456789abcdef.txtnl.3123456789abcdef.txt\xff";
        let expected = ["fr.0123456789abcdef", "fr.board.1123456789abcdef", "nl.3123456789abcdef"];
        let expected = expected.map(|name| format!("/words/{name}.txt")).into();
        assert_eq!(words(wasm, &all(&["fr", "nl"])), expected);
    }

    #[test]
    fn the_worker_has_a_place_for_the_stamp() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(WORKER);
        let worker = std::fs::read_to_string(root).expect("the worker is in the repository");
        assert!(worker.contains(PLACE));
    }
}
