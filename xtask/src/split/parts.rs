//! Which parts each set of pages needs. wasm-split-cli writes a function for each part, 30 KB in all;
//! ours is a table, and the names of the parts say the same to whoever reads the folder.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::{Context, ensure};

/// The script, but for its tables and what it offers to the first part.
const SCRIPT: &str = include_str!("parts.js");
const SETS: &str = "const SETS = [];";
const SHARED: &str = "const SHARED = [];";
const PACKS: &str = "const PACKED = [];";
const STAFF: &str = "const STAFF = [];";
/// How wasm-split-cli begins a shared part, and a set.
const PART: &str = "const __chunk_";
const SET: &str = "export const __wasm_split_load_";
/// How the names of the files begin.
const SET_FILE: &str = "split_";
const PART_FILE: &str = "chunk_";
/// A set is a bit of a number that the script shifts.
const MOST: usize = 31;

/// The set that every first visit fetches after the first page, and that of the pages of every day:
/// many parts, of which nobody needs one alone. One file of all is smaller than they are.
pub const PACKED: [&str; 2] = ["asides", "board"];

/// The sets, and what they share.
#[derive(Debug, PartialEq, Eq)]
pub struct Parts {
    /// In the order of their names.
    sets: Vec<String>,
    /// The sets that need a part, a bit each, and the number that wasm-split-cli gave it.
    shared: BTreeMap<u32, String>,
}

impl Parts {
    /// Reads the script of wasm-split-cli.
    pub fn of(links: &str) -> anyhow::Result<Self> {
        let mut needs = BTreeMap::new();
        let mut open = None;
        for line in links.lines() {
            if let Some(rest) = line.strip_prefix(PART).or_else(|| line.strip_prefix(SET)) {
                let is_set = line.starts_with(SET);
                open = rest.split_once(" = ").map(|(name, _)| (is_set, name.to_owned()));
            } else if let Some(list) = line.strip_prefix(", [") {
                let (is_set, name) = open.take().context("a list of parts belongs to nothing")?;
                let list = list.split(']').next().unwrap_or_default();
                let parts = list.split(", ").filter_map(|it| it.strip_prefix("__chunk_"));
                let parts: Vec<String> = parts.map(str::to_owned).collect();
                ensure!(is_set || parts.is_empty(), "part {name} needs others");
                if is_set {
                    needs.insert(name, parts);
                }
            }
        }
        let sets: Vec<String> = needs.keys().cloned().collect();
        ensure!((1..=MOST).contains(&sets.len()), "{} sets of pages", sets.len());
        let mut users: BTreeMap<String, u32> = BTreeMap::new();
        for (at, part) in
            needs.values().enumerate().flat_map(|(at, list)| list.iter().map(move |it| (at, it)))
        {
            *users.entry(part.clone()).or_default() |= 1 << at;
        }
        let count = users.len();
        let shared: BTreeMap<u32, String> =
            users.into_iter().map(|(part, sets)| (sets, part)).collect();
        ensure!(shared.len() == count, "two parts are shared by the same sets");
        Ok(Self { sets, shared })
    }

    /// The script that fetches them; `staff` names the sets of the association.
    pub fn script(&self, staff: &BTreeSet<String>) -> String {
        let shared: Vec<u32> = self.shared.keys().copied().collect();
        let tables = SCRIPT
            .replace(SETS, &format!("const SETS = {:?};", self.sets))
            .replace(SHARED, &format!("const SHARED = {shared:?};"))
            .replace(PACKS, &format!("const PACKED = {PACKED:?};"))
            .replace(STAFF, &format!("const STAFF = {:?};", Vec::from_iter(staff)));
        let offers = self.sets.iter().enumerate();
        tables + &offers.map(|(at, set)| format!("{SET}{set} = load({at});\n")).collect::<String>()
    }

    /// What the parts are to be called, by the names that wasm-split-cli gave them. It counts them, so
    /// one more would rename the others, and browsers would compare each new file with another one of
    /// the build before (`crates/server/src/http/assets/changes.rs`).
    pub fn names(&self) -> HashMap<String, String> {
        let name = |(sets, part): (&u32, &String)| {
            (format!("{PART_FILE}{part}.wasm"), format!("{PART_FILE}{sets:x}.wasm"))
        };
        self.shared.iter().map(name).collect()
    }
}

/// The sets that need each part, by the names of all files: whether a set's own or a shared one. A
/// file that is no part of a set is not among them.
pub fn used_by(names: &[String]) -> HashMap<&str, Vec<&str>> {
    let part = |name: &'_ String| name.split_once('-').map_or(0, |(part, _)| part.len());
    let mut sets: Vec<&str> =
        names.iter().filter_map(|it| it[..part(it)].strip_prefix(SET_FILE)).collect();
    sets.sort_unstable();
    let users = |name: &str| {
        if let Some(set) = name.strip_prefix(SET_FILE) {
            return Some(sets.iter().copied().filter(|it| *it == set).collect());
        }
        let bits = u32::from_str_radix(name.strip_prefix(PART_FILE)?, 16).ok()?;
        let needs = sets.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
        Some(needs.map(|(_, set)| *set).collect())
    };
    names.iter().filter_map(|name| Some((name.as_str(), users(&name[..part(name)])?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINKS: &str = "import { initSync } from \"./passerelle.js\";\n\
        /* account, cvs */\nconst __chunk_12 = makeLoad(() => {\n    const src = fetch(x);\n}\n, []);\n\
        /* account, board */\nconst __chunk_13 = makeLoad(() => {\n    const src = fetch(x);\n}\n, []);\n\
        export const __wasm_split_load_cvs = wrapAsyncCb(makeLoad(() => {\n}\n, [__chunk_12]));\n\
        export const __wasm_split_load_board = wrapAsyncCb(makeLoad(() => {\n}\n, [__chunk_13]));\n\
        export const __wasm_split_load_account = wrapAsyncCb(makeLoad(() => {\n}\n, [__chunk_12, __chunk_13]));\n";

    #[test]
    fn the_script_is_a_table() {
        let parts = Parts::of(LINKS).expect("wasm-split-cli writes it so");
        let script = parts.script(&["setup".to_owned()].into());
        assert!(script.contains("const SETS = [\"account\", \"board\", \"cvs\"];"), "{script}");
        assert!(script.contains("const SHARED = [3, 5];"), "{script}");
        assert!(script.contains("const STAFF = [\"setup\"];"), "{script}");
        assert!(script.contains("const PACKED = [\"asides\", \"board\"];"), "{script}");
        assert!(script.ends_with("export const __wasm_split_load_cvs = load(2);\n"), "{script}");
    }

    #[test]
    fn a_part_is_named_after_the_sets_and_not_counted() {
        let names = |links: &str| Parts::of(links).expect("it is written so").names();
        assert_eq!(names(LINKS)["chunk_12.wasm"], "chunk_5.wasm");
        assert_eq!(names(&LINKS.replace("_12", "_40"))["chunk_40.wasm"], "chunk_5.wasm");
    }

    #[test]
    fn the_names_tell_who_needs_what() {
        let names = [
            "split_account-0.wasm",
            "split_board-0.wasm",
            "chunk_2-0.wasm",
            "chunk_3-0.wasm",
            "x-0.js",
        ];
        let names = names.map(str::to_owned);
        let used = used_by(&names);
        assert_eq!(used["chunk_2-0.wasm"], ["board"]);
        assert_eq!(used["chunk_3-0.wasm"], ["account", "board"]);
        assert_eq!(used["split_board-0.wasm"], ["board"]);
        assert_eq!(used.len(), 4);
    }

    #[test]
    fn what_is_written_otherwise_stops_the_build() {
        assert!(Parts::of("").is_err());
        let chained = LINKS.replacen(", []);", ", [__chunk_13]);", 1);
        assert!(Parts::of(&chained).is_err());
        let twice = LINKS
            .replace("[__chunk_12]", "[__chunk_12, __chunk_13]")
            .replace(", [__chunk_13]", ", []");
        assert!(Parts::of(&twice).is_err());
    }
}
