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
/// The set of pages that show what only the server knows: like those of the association, kept once one
/// was opened.
const OPENED: &str = "account";
/// The pack of all parts that no pack before has.
const PAGES: &str = "pages";
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
    let mut packs = Vec::new();
    for (set, parts) in &lists.packs {
        packs.push(pack(sh, &dist, script, set, parts)?);
    }
    let stamp = format!(
        "const STAMP={{build:\"{:016x}\",first:{:?},rest:{:?},packs:{packs:?},opened:{:?},words:{:?},\
         pages:{:?}}};",
        build.finish(),
        lists.first,
        lists.rest,
        lists.opened,
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
    /// What the app needs to start; its script comes first, the mark of the build.
    first: Vec<String>,
    /// The pictures.
    rest: Vec<String>,
    /// The parts of the pages of a board by the pack they come in: first what the app needs to be
    /// left, then the pages of every day, then the others.
    packs: Vec<(&'static str, Vec<String>)>,
    /// The parts that [`OPENED`] needs besides.
    opened: Vec<String>,
}

impl Lists {
    /// Sorts the files of the app.
    fn of(names: &[String], script: &str, staff: &BTreeSet<String>) -> Self {
        let mut lists = Self { first: vec![format!("/{script}")], ..Self::default() };
        let packs = split::PACKED.into_iter().chain([PAGES]);
        lists.packs.extend(packs.map(|set| (set, Vec::new())));
        let used = split::used_by(names);
        for name in names.iter().filter(|name| *name != script) {
            let path = format!("/{name}");
            match used.get(&**name) {
                Some(sets) if sets.iter().any(|set| *set != OPENED && !staff.contains(*set)) => {
                    let packed = split::PACKED.iter().position(|set| sets.contains(set));
                    lists.packs[packed.unwrap_or(split::PACKED.len())].1.push(path);
                }
                Some(sets) if sets.contains(&OPENED) => lists.opened.push(path),
                Some(_) => {}
                None if PICTURES.contains(&name.as_str()) => lists.rest.push(path),
                // The style of later pages is that of the asides too.
                None if name.contains('-') && is_code(name) => lists.first.push(path),
                None => {}
            }
        }
        lists
    }
}

/// Writes these parts into one file, the largest first, after a line of their names and sizes in turn.
/// The names are without the hash, which is that of the file. Gives its address.
fn pack(
    sh: &Shell,
    dist: &Path,
    script: &str,
    set: &str,
    parts: &[String],
) -> anyhow::Result<String> {
    let mut files = Vec::new();
    for part in parts {
        files.push((part, sh.read_binary_file(dist.join(part.trim_start_matches('/')))?));
    }
    files.sort_by_key(|(_, bytes)| Reverse(bytes.len()));
    let index = files.iter().map(|(part, bytes)| {
        let name = part.trim_start_matches('/').split('-').next().unwrap_or_default();
        format!("{name:?},{}", bytes.len())
    });
    let mut whole = format!("[{}]\n", index.collect::<Vec<_>>().join(",")).into_bytes();
    whole.extend(files.iter().flat_map(|(_, bytes)| bytes));
    let begin = format!("pack_{set}");
    let name = script.replacen("passerelle", &begin, 1).replace(".js", &format!(".{PACK}"));
    sh.write_file(dist.join(&name), whole)?;
    Ok(format!("/{name}"))
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
            // A bit for each set, in the order of their names: account, asides, board, cvs, other,
            // setup.
            "chunk_7-0123456789abcdef.wasm",
            "chunk_9-0123456789abcdef.wasm",
            "chunk_11-0123456789abcdef.wasm",
            "chunk_14-0123456789abcdef.wasm",
            "chunk_31-0123456789abcdef.wasm",
            "favicon.ico",
            "icon-192.png",
            "index.html",
            "later-0123456789abcdef.css",
            "passerelle-0123456789abcdef.js",
            "passerelle-0123456789abcdef_bg.wasm",
            "split_account-0123456789abcdef.wasm",
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
                "/later-0123456789abcdef.css",
                "/passerelle-0123456789abcdef_bg.wasm",
            ]
        );
        assert_eq!(lists.rest, ["/icon-192.png"]);
        let names = |names: &[&str]| {
            names.iter().map(|name| format!("/{name}-0123456789abcdef.wasm")).collect::<Vec<_>>()
        };
        let packs = [
            ("asides", names(&["chunk_7", "split_asides"])),
            ("board", names(&["chunk_14", "split_board"])),
            ("pages", names(&["chunk_9", "split_cvs"])),
        ];
        assert_eq!(lists.packs, packs);
        assert_eq!(lists.opened, names(&["chunk_11", "chunk_31", "split_account"]));
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
