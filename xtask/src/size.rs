//! `cargo xtask size`: what a mentee's phone downloads before the app is of use, held against the
//! budget. Over the ceiling the build fails: a phone pays by the megabyte.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use xshell::Shell;

use crate::{app, compress, offline, server, split, texts};

/// Ceilings in bytes on the wire (KB = 1000 bytes), from the budgets of the first design.
const FIRST_VISIT: usize = 220_000;
const JOIN_PAGE: usize = 14_000;
/// The words of the first page, in one language.
const LANGUAGE: usize = 8_000;
/// The words of the other pages, in one language: they come with the first of those pages.
const LATER_LANGUAGE: usize = 12_000;
/// What the first page of the association needs beside what everybody has.
const STAFF_PAGES: usize = 250_000;
/// All pages of a board, as they come to a phone that keeps them: with twenty visits and two hundred
/// changes, over TLS, a month stays below one megabyte (`cargo xtask bench visit`).
const ALL_PAGES: usize = 830_000;
/// The script that keeps the app on the device: it is fetched again to look for a new version.
const WORKER_SCRIPT: usize = 5_000;
/// A release in which one text is another one, for a browser that has the release before.
const TEXT_RELEASE: usize = 20_000;
/// What a changed sentence costs as a change of the file before, headers included; a test beside
/// `crates/server/src/http/assets/changes.rs` holds it.
const CHANGED_TEXT: usize = 600;

/// The page a code or a link leads to: it must be readable before the app is there.
const JOIN_PATH: &str = "/j";
/// Any page of the app: the server says the same for all.
const APP_PATH: &str = "/week";
const INDEX: &str = "index.html";
/// The set with the first page of the association.
const STAFF_SET: &str = "other";
const WORKER: &str = "sw.js";

/// How the names of the parts begin that come once the first page is of use, or never.
const LATER: [&str; 6] = ["chunk_", "later-", "pack_", "split_", "transfer-", WORKER];

/// How the names begin of what a phone keeps besides.
const KEPT: [&str; 3] = ["later-", "pack_", "transfer-"];

/// What the names of the words hold that come with those parts.
const LATER_WORDS: [&str; 3] = [".board.", ".pages.", ".staff."];

/// One thing that is downloaded.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Weight {
    name: String,
    raw: usize,
    packed: usize,
}

impl Weight {
    fn of(name: String, bytes: &[u8]) -> Weight {
        Weight { name, raw: bytes.len(), packed: compress::brotli(bytes).len() }
    }

    /// How much the words of a language may weigh.
    fn language_ceiling(&self) -> usize {
        if self.comes_later() { LATER_LANGUAGE } else { LANGUAGE }
    }

    fn comes_later(&self) -> bool {
        LATER.iter().any(|begin| self.name.starts_with(begin))
            || LATER_WORDS.iter().any(|part| self.name.contains(part))
    }
}

/// Builds what is measured, prints the table, and fails above a ceiling.
pub fn size(sh: &Shell) -> anyhow::Result<()> {
    app::build(sh)?;
    let dist = sh.current_dir().join(app::DIST);
    let mut files = app_files(&dist)?;
    let languages = languages(sh)?;
    let running = running(sh)?;
    let join = Weight::of("join page".to_owned(), &running.get(JOIN_PATH)?);
    // As the server sends it, with the names of the words.
    let page = Weight::of(INDEX.to_owned(), &running.get(APP_PATH)?);
    files.iter_mut().filter(|file| file.name == INDEX).for_each(|file| *file = page.clone());
    let staff = staff_parts(sh, &files)?;
    let report = Report { files, languages, join, staff };
    print!("{}", report.table());
    let broken = report.over_budget();
    if !broken.is_empty() {
        bail!("Over budget: {}. Earn the bytes back elsewhere.", broken.join("; "));
    }
    Ok(())
}

/// What was weighed.
struct Report {
    files: Vec<Weight>,
    languages: Vec<Weight>,
    join: Weight,
    /// What only people of the association fetch for their first page.
    staff: usize,
}

impl Report {
    /// A first visit takes the app and one language; the heaviest one counts.
    fn first_visit(&self) -> usize {
        let first = self.files.iter().filter(|file| !file.comes_later());
        let language = self.languages.iter().filter(|language| !language.comes_later());
        first.map(|file| file.packed).sum::<usize>()
            + language.map(|language| language.packed).max().unwrap_or(0)
    }

    /// The pages after the first: fetched while the first is read, or by staff alone.
    fn rest(&self) -> usize {
        let later = self.files.iter().filter(|file| file.comes_later());
        later.map(|file| file.packed).sum()
    }

    /// With one other text the program is the same, byte by byte: what is fetched is the script of
    /// the worker, the page with the new name of the words, and the change of the words.
    fn text_release(&self) -> usize {
        self.file(WORKER) + self.file(INDEX) + CHANGED_TEXT
    }

    /// The same without dictionaries: the heaviest file of words comes whole.
    fn text_release_whole(&self) -> usize {
        let words = self.languages.iter().map(|language| language.packed).max();
        self.text_release() - CHANGED_TEXT + words.unwrap_or(0)
    }

    /// What a phone fetches that keeps every page of a board: the packs, the scripts and the style of
    /// later, and the heaviest words of those pages.
    fn all_pages(&self) -> usize {
        let is_kept =
            |name: &str| KEPT.iter().any(|begin| name.starts_with(begin)) || name == WORKER;
        let files = self.files.iter().filter(|file| is_kept(&file.name));
        let words = [".board.", ".pages."].map(|part| {
            let files = self.languages.iter().filter(|file| file.name.contains(part));
            files.map(|file| file.packed).max().unwrap_or(0)
        });
        self.first_visit()
            + files.map(|file| file.packed).sum::<usize>()
            + words.iter().sum::<usize>()
    }

    fn file(&self, name: &str) -> usize {
        self.files.iter().find(|file| file.name == name).map_or(0, |file| file.packed)
    }

    /// The sums that have a ceiling.
    fn sums(&self) -> [(&str, usize, usize); 5] {
        [
            ("first visit (app and heaviest language)", self.first_visit(), FIRST_VISIT),
            ("a phone that keeps all pages of a board", self.all_pages(), ALL_PAGES),
            ("first page of the association, beside that", self.staff, STAFF_PAGES),
            ("the worker's script", self.file(WORKER), WORKER_SCRIPT),
            ("a release with one other text", self.text_release(), TEXT_RELEASE),
        ]
    }

    fn over_budget(&self) -> Vec<String> {
        let mut held = vec![(self.join.name.clone(), self.join.packed, JOIN_PAGE)];
        held.extend(self.sums().map(|(name, packed, ceiling)| (name.to_owned(), packed, ceiling)));
        held.extend(
            self.languages.iter().map(|it| (it.name.clone(), it.packed, it.language_ceiling())),
        );
        held.into_iter()
            .filter(|(_, packed, ceiling)| packed > ceiling)
            .map(|(name, packed, ceiling)| format!("{name} weighs {packed} of {ceiling} bytes"))
            .collect()
    }

    fn table(&self) -> String {
        let mut table = format!("{:<44} {:>9} {:>9} {:>9}\n", "bytes", "raw", "brotli", "ceiling");
        let mut row = |name: &str, raw: Option<usize>, packed: usize, ceiling: Option<usize>| {
            let cell = |number: Option<usize>| number.map_or(String::new(), |it| it.to_string());
            let (raw, ceiling) = (cell(raw), cell(ceiling));
            table.push_str(&format!("{name:<44} {raw:>9} {packed:>9} {ceiling:>9}\n"));
        };
        for file in &self.files {
            row(&file.name, Some(file.raw), file.packed, None);
        }
        for language in &self.languages {
            row(
                &language.name,
                Some(language.raw),
                language.packed,
                Some(language.language_ceiling()),
            );
        }
        for (name, packed, ceiling) in self.sums() {
            row(name, None, packed, Some(ceiling));
        }
        row("the same, in a browser without dictionaries", None, self.text_release_whole(), None);
        row("the rest (asides, other pages, staff, gallery)", None, self.rest(), None);
        row(&self.join.name, Some(self.join.raw), self.join.packed, Some(JOIN_PAGE));
        table
    }
}

/// Everything in `dist/` that an app asks for while it is used: all but the install icons, which a
/// browser takes when the app is installed.
fn app_files(dist: &Path) -> anyhow::Result<Vec<Weight>> {
    let mut files = Vec::new();
    walk(dist, dist, &mut files)?;
    files.sort_by(|a, b| b.packed.cmp(&a.packed).then_with(|| a.name.cmp(&b.name)));
    Ok(files)
}

fn walk(dist: &Path, folder: &Path, files: &mut Vec<Weight>) -> anyhow::Result<()> {
    let entries = fs::read_dir(folder)
        .with_context(|| format!("cannot read {}: run `cargo xtask run`", folder.display()))?;
    for entry in entries {
        let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
        if path.is_dir() {
            walk(dist, &path, files)?;
            continue;
        }
        let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().into_owned();
        if is_first_visit(&name) {
            let bytes =
                fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            files.push(Weight::of(name, &bytes));
        }
    }
    Ok(())
}

fn is_first_visit(name: &str) -> bool {
    !name.ends_with(".br") && !name.ends_with(".gz") && !name.ends_with(".png")
}

/// The language files that browsers fetch, as the `words` crate's build wrote them.
fn languages(sh: &Shell) -> anyhow::Result<Vec<Weight>> {
    let folder = texts::folder(sh)?;
    let mut found = Vec::new();
    for path in sh.read_dir(&folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".txt") && !name.contains(".server.") {
            let bytes = sh.read_binary_file(&path)?;
            found.push(Weight::of(format!("words/{name}"), &bytes));
        }
    }
    if found.is_empty() {
        let folder = folder.display();
        bail!("{folder} holds no language: run `cargo build --package words` and look there.");
    }
    Ok(found)
}

/// What the first page of the association needs that no page of a board does.
fn staff_parts(sh: &Shell, files: &[Weight]) -> anyhow::Result<usize> {
    let staff = offline::staff_sets(sh)?;
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    let used = split::used_by(&names);
    let is_staffs = |name: &str| {
        used.get(name).is_some_and(|sets| {
            sets.contains(&STAFF_SET) && sets.iter().all(|set| staff.contains(*set))
        })
    };
    Ok(files.iter().filter(|file| is_staffs(&file.name)).map(|file| file.packed).sum())
}

/// Some pages are made by the server, so a server is asked for them.
fn running(sh: &Shell) -> anyhow::Result<server::Running> {
    let program = server::build(sh, false)?;
    server::Running::start(&program, sh.current_dir().join("target/xtask/size-data"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(name: &str, packed: usize) -> Weight {
        Weight { name: name.to_owned(), raw: packed * 3, packed }
    }

    fn report(wasm: usize, language: usize, join: usize) -> Report {
        Report {
            files: vec![weight("app.wasm", wasm)],
            languages: vec![weight("fr", 100), weight("nl", language)],
            join: weight("join page", join),
            staff: 0,
        }
    }

    #[test]
    fn passes_at_the_ceiling_and_fails_above_each() {
        assert!(report(FIRST_VISIT - LANGUAGE, LANGUAGE, JOIN_PAGE).over_budget().is_empty());
        assert_eq!(report(FIRST_VISIT - LANGUAGE + 1, LANGUAGE, 1).over_budget().len(), 1);
        assert_eq!(report(1, LANGUAGE + 1, 1).over_budget().len(), 1);
        assert_eq!(report(1, 1, JOIN_PAGE + 1).over_budget().len(), 1);
    }

    #[test]
    fn the_words_of_later_pages_may_weigh_more() {
        let mut report = report(1, LANGUAGE, 1);
        report.languages.push(weight("words/fr.board.txt", LATER_LANGUAGE));
        assert!(report.over_budget().is_empty());
        report.languages.push(weight("words/nl.board.txt", LATER_LANGUAGE + 1));
        assert_eq!(report.over_budget().len(), 1);
    }

    #[test]
    fn the_parts_that_come_later_are_counted_apart() {
        let mut report = report(100, 50, 1);
        report.files.push(weight("split_board-0123456789abcdef.wasm", FIRST_VISIT));
        report.files.push(weight("chunk_3-0123456789abcdef.wasm", 1));
        assert_eq!(report.first_visit(), 200);
        assert_eq!(report.rest(), FIRST_VISIT + 1);
        assert!(report.over_budget().is_empty());
    }

    #[test]
    fn a_phone_keeps_the_packs_and_not_their_parts() {
        let mut report = report(100, 50, 1);
        let more = ["pack_board-0.pack", "split_board-0.wasm", "split_setup-0.wasm", "later-0.css"];
        report.files.extend(more.map(|name| weight(name, 10)));
        let words = ["words/fr.board.0.txt", "words/nl.board.0.txt", "words/fr.staff.0.txt"];
        report.languages.extend(words.map(|name| weight(name, 7)));
        assert_eq!(report.all_pages(), 200 + 20 + 7);
    }

    #[test]
    fn a_changed_text_costs_the_worker_the_page_and_the_change() {
        let mut report = report(100, 50, 1);
        report.files.extend([weight(WORKER, 3_000), weight(INDEX, 8_000)]);
        assert_eq!(report.text_release(), 11_000 + CHANGED_TEXT);
        assert_eq!(report.text_release_whole(), 11_100);
        assert_eq!(report.first_visit(), 8_200, "the worker comes after the first page");
        report.staff = STAFF_PAGES + 1;
        assert_eq!(report.over_budget().len(), 1);
    }

    #[test]
    fn counts_what_travels_and_no_packed_twin() {
        assert!(is_first_visit("app.wasm"));
        assert!(!is_first_visit("app.wasm.br"));
        assert!(!is_first_visit("icon-512.png"));
    }
}
