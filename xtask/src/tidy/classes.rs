//! Every class that a view names has a style: a misspelt class looks like a missing one.
//!
//! It reads literals only (`class="a b"`, `class:a=`, `class=("a", …)`); a class put together at
//! run time is beyond it.

use std::collections::BTreeSet;

use super::css::{Piece, pieces};
use super::{File, Finding, code_of};

/// Where views are written.
const VIEWS: &[&str] = &["src/", "crates/server/src/", "index.html"];

/// The findings over all files.
pub fn check(files: &[File]) -> Vec<Finding> {
    let styled: BTreeSet<String> = files
        .iter()
        .filter(|file| file.is("css"))
        .flat_map(|file| pieces(&file.text))
        .filter_map(|piece| match piece {
            Piece::Rule { prelude, .. } => Some(prelude),
            Piece::Declaration { .. } => None,
        })
        .flat_map(|prelude| selectors(&prelude))
        .collect();
    let views = |file: &&File| VIEWS.iter().any(|start| file.path.starts_with(start));
    let mut findings = Vec::new();
    for file in files.iter().filter(views) {
        for (number, line) in file.text.lines().enumerate() {
            let line = if file.is("rs") { code_of(line) } else { line };
            for class in named(line).into_iter().filter(|class| !styled.contains(class)) {
                findings.push(file.finding(number, format!("no style names the class `{class}`")));
            }
        }
    }
    findings
}

/// The classes in a selector.
fn selectors(prelude: &str) -> Vec<String> {
    let after_dots = prelude.split('.').skip(1);
    after_dots.map(name).filter(|name| name.starts_with(char::is_alphabetic)).collect()
}

/// The classes that a line of a view names.
fn named(line: &str) -> Vec<String> {
    let mut classes = Vec::new();
    for (at, _) in line.match_indices("class") {
        let rest = &line[at + "class".len()..];
        if let Some(list) = rest.strip_prefix("=\"") {
            let list = list.split('"').next().unwrap_or_default();
            let literal = |class: &&str| !class.contains(['{', '}']);
            classes.extend(list.split_whitespace().filter(literal).map(str::to_owned));
        } else if let Some(class) = rest.strip_prefix("=(\"") {
            classes.push(name(class));
        } else if let Some(class) = rest.strip_prefix(':') {
            let class_name = name(class);
            if !class_name.is_empty() && class[class_name.len()..].starts_with('=') {
                classes.push(class_name);
            }
        }
    }
    classes
}

fn name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(view: &str) -> usize {
        let style =
            "@layer components { .card, .card--done > .card__title:hover { margin: .5rem; } }";
        let files = [File::sample("style/a.css", style), File::sample("src/pages/week.rs", view)];
        check(&files).len()
    }

    #[test]
    fn catches_a_class_without_style() {
        assert_eq!(missing("<p class=\"card cart\">"), 1);
        assert_eq!(missing("<p class:open=move || true>"), 1);
        assert_eq!(missing("<p class=(\"crad\", is_open)>"), 1);
    }

    #[test]
    fn knows_every_styled_class() {
        assert_eq!(missing("<p class=\"card card--done card__title\">"), 0);
        assert_eq!(missing("// <p class=\"other\">"), 0);
        assert_eq!(missing("let subclass: Kind = kind;"), 0);
    }
}
