//! Stamps the service worker with what this build is made of, so that the app opens without a
//! network and an update fetches only what is new.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeSet, HashMap};
use std::hash::{Hash, Hasher};
use std::path::Path;

use anyhow::Context;
use xshell::Shell;

use crate::app::DIST;
use crate::texts;

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
/// What a home screen and a notification show.
const PICTURES: [&str; 3] = ["icon.svg", "icon-192.png", "manifest.webmanifest"];

/// Writes `dist/sw.js`.
pub fn stamp(sh: &Shell) -> anyhow::Result<()> {
    let dist = sh.current_dir().join(DIST);
    let staff = staff_sets(sh)?;
    let mut names = Vec::new();
    for path in sh.read_dir(&dist)? {
        names.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
    }
    names.retain(|name| !name.ends_with(".br") && !name.ends_with(".gz") && name != "sw.js");
    names.sort();
    let parts = read(sh, &dist, &names, "parts-")?;
    let first = read(sh, &dist, &names, "passerelle-")?;
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
    let lists = Lists::of(&names, &first.0, &parts.1, &staff);
    let stamp = format!(
        "const STAMP={{build:\"{:016x}\",first:{:?},rest:{:?},words:{:?},pages:{:?}}};",
        build.finish(),
        lists.first,
        lists.rest,
        words,
        Vec::from_iter(addresses(sh)?),
    );
    anyhow::ensure!(worker.contains(PLACE), "{WORKER} has no line `{PLACE}`");
    let stamped = bare(&worker).replace(PLACE, &stamp);
    Ok(sh.write_file(dist.join("sw.js"), stamped)?)
}

/// The name and the text of the script whose name begins like this.
fn read(
    sh: &Shell,
    dist: &Path,
    names: &[String],
    begin: &str,
) -> anyhow::Result<(String, String)> {
    let name = names.iter().find(|name| name.starts_with(begin) && name.ends_with(".js"));
    let name = name.with_context(|| format!("{DIST} holds no script {begin}"))?;
    Ok((name.clone(), sh.read_file(dist.join(name))?))
}

/// What a device keeps, by address.
#[derive(Debug, Default, PartialEq, Eq)]
struct Lists {
    /// What the app needs to start and to be left; its script comes first, the mark of the build.
    first: Vec<String>,
    /// The other pages of a board.
    rest: Vec<String>,
}

impl Lists {
    /// Sorts the files of the app. `parts` is the script that says which set needs which part.
    fn of(names: &[String], script: &str, parts: &str, staff: &BTreeSet<String>) -> Self {
        let mut lists = Self { first: vec![format!("/{script}")], rest: Vec::new() };
        let used = used_by(parts);
        for name in names.iter().filter(|name| *name != script) {
            let sets = match name.split_once('-') {
                Some((part, _)) if part.starts_with("split_") => vec![&part["split_".len()..]],
                Some((part, _)) if part.starts_with("chunk_") => {
                    used.get(&part["chunk_".len()..]).cloned().unwrap_or_default()
                }
                _ if PICTURES.contains(&name.as_str()) => {
                    lists.rest.push(format!("/{name}"));
                    continue;
                }
                Some(_) if name.ends_with(".js") || name.ends_with(".wasm") => vec![ASIDES],
                _ => vec![],
            };
            if sets.contains(&ASIDES) {
                lists.first.push(format!("/{name}"));
            } else if sets.iter().any(|set| !staff.contains(*set)) {
                lists.rest.push(format!("/{name}"));
            }
        }
        lists
    }
}

/// Which sets need a shared part, by the part's name. The script has the sets in a comment before
/// each: `/* account, asides */`, and on a later line `URL("./chunk_12-….wasm"`.
pub fn used_by(parts: &str) -> HashMap<&str, Vec<&str>> {
    let mut used = HashMap::new();
    let mut sets = Vec::new();
    for line in parts.lines() {
        if let Some(comment) = line.strip_prefix("/* ").and_then(|it| it.strip_suffix(" */")) {
            sets = comment.split(", ").collect();
        }
        let file = line.split_once("URL(\"./chunk_").and_then(|(_, rest)| rest.split_once('-'));
        if let Some((end, _)) = file {
            used.insert(end, std::mem::take(&mut sets));
        }
    }
    used
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

/// A script without its lines of comment and its indentation: every phone fetches it. None of ours
/// has a text over several lines.
pub fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let code = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    code.fold(String::new(), |all, line| all + line + "\n")
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
            "chunk_1-0123456789abcdef.wasm",
            "chunk_2-0123456789abcdef.wasm",
            "chunk_3-0123456789abcdef.wasm",
            "favicon.ico",
            "icon-192.png",
            "index.html",
            "passerelle-0123456789abcdef.js",
            "passerelle-0123456789abcdef_bg.wasm",
            "split_asides-0123456789abcdef.wasm",
            "split_board-0123456789abcdef.wasm",
            "split_setup-0123456789abcdef.wasm",
        ]);
        let part = |sets, number| format!("/* {sets} */\n  URL(\"./chunk_{number}-0.wasm\")\n");
        let parts = [part("asides, board", 1), part("board, setup", 2), part("other, setup", 3)];
        let staff = ["other", "setup"].map(str::to_owned).into();
        let lists = Lists::of(&names, "passerelle-0123456789abcdef.js", &parts.concat(), &staff);
        assert_eq!(
            lists.first,
            [
                "/passerelle-0123456789abcdef.js",
                "/browser-0123456789abcdef.js",
                "/chunk_1-0123456789abcdef.wasm",
                "/passerelle-0123456789abcdef_bg.wasm",
                "/split_asides-0123456789abcdef.wasm",
            ]
        );
        assert_eq!(
            lists.rest,
            [
                "/chunk_2-0123456789abcdef.wasm",
                "/icon-192.png",
                "/split_board-0123456789abcdef.wasm",
            ]
        );
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
    fn the_worker_travels_bare_and_takes_the_stamp() {
        assert_eq!(bare("// why\n\n  a();\n  // b\n}\n"), "a();\n}\n");
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(WORKER);
        let worker = std::fs::read_to_string(root).expect("the worker is in the repository");
        assert!(bare(&worker).contains(PLACE));
    }
}
