//! `cargo xtask size`: what a mentee's phone downloads before the app is of use, held against the
//! budget. Over the ceiling the build fails: a phone pays by the megabyte.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use xshell::{Shell, cmd};

use crate::{app, compress, server};

/// Ceilings in bytes on the wire (KB = 1000 bytes).
const FIRST_VISIT: usize = 220_000;
const JOIN_PAGE: usize = 14_000;
/// The words of the first page, in one language.
const LANGUAGE: usize = 8_000;
/// The words of the other pages, in one language: they come with the first of those pages.
const LATER_LANGUAGE: usize = 14_000;

/// The page a code or a link leads to: it must be readable before the app is there.
const JOIN_PATH: &str = "/j";

/// How the names of the parts begin that come once the first page is of use, or never.
const LATER: [&str; 2] = ["chunk_", "split_"];

/// What the names of the words hold that come with those parts.
const LATER_WORDS: [&str; 2] = [".board.", ".staff."];

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
    let files = app_files(&sh.current_dir().join(app::DIST))?;
    let languages = languages(sh)?;
    let join = join_page(sh)?;
    let report = Report { files, languages, join };
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

    fn over_budget(&self) -> Vec<String> {
        let mut held = vec![
            ("the first visit".to_owned(), self.first_visit(), FIRST_VISIT),
            (self.join.name.clone(), self.join.packed, JOIN_PAGE),
        ];
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
        row("first visit (app and heaviest language)", None, self.first_visit(), Some(FIRST_VISIT));
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

/// The language files, as the `words` crate's build wrote them and the server sends them.
fn languages(sh: &Shell) -> anyhow::Result<Vec<Weight>> {
    let messages = cmd!(sh, "cargo build --quiet --package words --message-format=json").read()?;
    let folder = words_folder(&messages)
        .context("cargo does not say where the words were written: has words lost its build.rs?")?;
    let mut texts = Vec::new();
    for path in sh.read_dir(&folder).with_context(|| format!("cannot read {folder}"))? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".txt") {
            let bytes = sh.read_binary_file(&path)?;
            texts.push(Weight::of(format!("words/{name}"), &bytes));
        }
    }
    if texts.is_empty() {
        bail!("{folder} holds no language: run `cargo build --package words` and look there.");
    }
    Ok(texts)
}

/// Finds `out_dir` of the words' build script in cargo's messages (one JSON object a line).
fn words_folder(messages: &str) -> Option<String> {
    let line = messages.lines().find(|line| {
        line.contains("\"build-script-executed\"") && line.contains("crates/words#")
    })?;
    let (_, rest) = line.split_once("\"out_dir\":\"")?;
    Some(rest.split_once('"')?.0.to_owned())
}

/// The join page is made by the server, so a server is asked for it.
fn join_page(sh: &Shell) -> anyhow::Result<Weight> {
    let program = server::build(sh, false)?;
    let data = sh.current_dir().join("target/xtask/size-data");
    let running = server::Running::start(&program, data)?;
    Ok(Weight::of("join page".to_owned(), &running.get(JOIN_PATH)?))
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
    fn counts_what_travels_and_no_packed_twin() {
        assert!(is_first_visit("app.wasm"));
        assert!(!is_first_visit("app.wasm.br"));
        assert!(!is_first_visit("icon-512.png"));
    }

    #[test]
    fn reads_where_the_words_were_written() {
        let messages = concat!(
            r#"{"reason":"build-script-executed","package_id":"path+file:///x/crates/other#0","out_dir":"/a"}"#,
            "\n",
            r#"{"reason":"build-script-executed","package_id":"path+file:///x/crates/words#0","out_dir":"/b"}"#,
        );
        assert_eq!(words_folder(messages).as_deref(), Some("/b"));
    }
}
