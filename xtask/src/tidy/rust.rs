//! How a Rust file is laid out: it says why it exists, it stays short, it is not called `mod.rs`,
//! and it styles nothing by itself.

use super::{File, Finding, code_of};

const LONGEST: usize = 400;

/// The findings in one file.
pub fn check(file: &File) -> Vec<Finding> {
    if !file.is("rs") {
        return Vec::new();
    }
    let mut findings = Vec::new();
    if !file.text.starts_with("//!") {
        findings.push(file.finding(0, "begin with `//!`: why does this file exist?"));
    }
    let lines = file.text.lines().count();
    if lines > LONGEST {
        findings.push(file.finding(LONGEST, format!("{lines} lines: split at {LONGEST}")));
    }
    if file.path.ends_with("/mod.rs") {
        findings.push(file.finding(0, "name it after its module: foo.rs beside foo/"));
    }
    if !file.path.starts_with("xtask/") {
        for (number, line) in file.text.lines().enumerate() {
            if styles_inline(code_of(line)) {
                findings.push(file.finding(number, "no inline style: use a class"));
            }
        }
    }
    findings
}

/// `style="…"`, `style={…}`, `style=move || …` and Leptos's `style:width=…`.
fn styles_inline(line: &str) -> bool {
    let after_space = |needle: &str| {
        line.match_indices(needle)
            .map(|(at, _)| at)
            .find(|at| line[..*at].chars().next_back().is_none_or(|before| before.is_whitespace()))
    };
    if after_space("style=").is_some() {
        return true;
    }
    after_space("style:").is_some_and(|at| {
        let name: String = line[at + "style:".len()..]
            .chars()
            .take_while(|c| c.is_ascii_lowercase() || *c == '-')
            .collect();
        !name.is_empty() && line[at + "style:".len() + name.len()..].starts_with('=')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(path: &str, text: &str) -> Vec<String> {
        check(&File::sample(path, text)).into_iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn catches_each_breach() {
        assert_eq!(rules("src/a.rs", "use std::fs;\n").len(), 1);
        assert_eq!(rules("src/a.rs", &format!("//! Why.\n{}", "\n".repeat(400))).len(), 1);
        assert_eq!(rules("src/a/mod.rs", "//! Why.\n").len(), 1);
        for view in ["<p style=\"color:red\">", "<p style:width=move || w()>", "<p style={s}>"] {
            assert_eq!(rules("src/a.rs", &format!("//! Why.\n{view}\n")).len(), 1, "{view}");
        }
    }

    #[test]
    fn leaves_good_files_alone() {
        assert!(
            rules("src/a.rs", "//! Why.\n// style=\"\"\nlet a = Look { style: b };\n").is_empty()
        );
        assert!(rules("style/a.css", "no rust").is_empty());
    }
}
