//! The rules of the house that no compiler knows, checked over the file tree.
//!
//! Each rule is a pure function over file texts and has a sample that it must catch: a rule that
//! nobody has seen fail is not a rule. `cargo xtask lint` prints every finding; `cargo test` fails
//! on them.

mod classes;
mod css;
mod layers;
mod rust;
mod slips;
mod voice;

use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::Context;

/// Folders of the tree that hold nothing of ours.
const SKIPPED: &[&str] = &["target", "dist", "data", "node_modules", ".git", "test-results"];
const READ: &[&str] = &["rs", "css", "html", "js", "ts", "toml"];

/// One text file of the repository.
#[derive(Debug)]
pub struct File {
    /// Relative to the root, with `/`.
    path: String,
    text: String,
}

impl File {
    fn is(&self, extension: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, it)| it == extension)
    }

    /// A finding on this line (counted from 0).
    fn finding(&self, line: usize, rule: impl Into<String>) -> Finding {
        Finding { path: self.path.clone(), line: line + 1, rule: rule.into() }
    }

    #[cfg(test)]
    fn sample(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }
}

/// A place that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    path: String,
    line: usize,
    rule: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.path, self.line, self.rule)
    }
}

/// Every breach of a rule in the repository.
pub fn findings(root: &Path) -> anyhow::Result<Vec<Finding>> {
    let mut files = Vec::new();
    read(root, root, &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut findings = Vec::new();
    for file in &files {
        findings.extend(rust::check(file));
        findings.extend(layers::check(file));
        findings.extend(css::check(file));
        findings.extend(slips::check(file));
        findings.extend(voice::check(file));
    }
    findings.extend(classes::check(&files));
    Ok(findings)
}

fn read(root: &Path, folder: &Path, files: &mut Vec<File>) -> anyhow::Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !SKIPPED.contains(&name.as_str()) {
                read(root, &path, files)?;
            }
        } else if READ.iter().any(|extension| name.ends_with(&format!(".{extension}"))) {
            let text = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            let path = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            files.push(File { path, text });
        }
    }
    Ok(())
}

/// Whether `word` stands in `line` on its own, not as a part of a longer name.
fn has_word(line: &str, word: &str) -> bool {
    let part_of_a_name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        !line[..at].chars().next_back().is_some_and(part_of_a_name)
            && !line[at + word.len()..].chars().next().is_some_and(part_of_a_name)
    })
}

/// The line without its `//` comment. A `//` inside a string (`https://`) is kept.
fn code_of(line: &str) -> &str {
    let comment = line
        .match_indices("//")
        .map(|(at, _)| at)
        .find(|at| line[..*at].trim_end().is_empty() || line[..*at].ends_with(' '));
    comment.map_or(line, |at| &line[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_is_tidy() {
        let findings = findings(&crate::root()).expect("a readable repository");
        let lines: Vec<String> = findings.iter().map(Finding::to_string).collect();
        assert!(lines.is_empty(), "\n{}", lines.join("\n"));
    }

    #[test]
    fn a_word_is_not_a_part_of_a_longer_one() {
        assert!(has_word("use web_sys::Element;", "web_sys"));
        assert!(!has_word("my_web_sys", "web_sys"));
        assert!(!has_word("wasm_bindgen_futures::spawn_local", "wasm_bindgen"));
    }

    #[test]
    fn comments_are_not_code() {
        assert_eq!(code_of("let a = 1; // web_sys"), "let a = 1; ");
        assert_eq!(code_of("/// web_sys"), "");
        assert_eq!(code_of("\"https://example.be\""), "\"https://example.be\"");
    }
}
