//! A CV as plain text, to paste into the form of an employer or a job site.

use crate::clean::{clean, clean_line};
use crate::cv::{Cv, CvEntry};

/// The CV as plain text: lines that end with `\n`, an empty line between parts, no other layout.
/// An empty CV is an empty text.
#[must_use]
pub fn cv_text(cv: &Cv) -> String {
    let mut parts = vec![
        lines([clean_line(&cv.name)].into_iter().chain(cv.contact.iter().map(|l| clean_line(l)))),
        paragraphs(&cv.profile),
    ];
    for section in &cv.sections {
        let entries: Vec<String> = section.filled().map(entry).collect();
        if let Some((first, others)) = entries.split_first() {
            // Capitals are the only heading that plain text has.
            let title = clean_line(&section.title).to_uppercase();
            parts.push(lines([title, first.clone()]));
            parts.extend(others.iter().cloned());
        }
    }
    parts.retain(|part| !part.is_empty());
    let mut text = parts.join("\n\n");
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn entry(entry: &CvEntry) -> String {
    let head = [&entry.title, &entry.place, &entry.period].map(|part| clean_line(part));
    let head: Vec<String> = head.into_iter().filter(|part| !part.is_empty()).collect();
    lines([head.join(", "), paragraphs(&entry.text)])
}

/// The lines as they were written, without spaces at their ends and with one empty line at most.
fn paragraphs(text: &str) -> String {
    let mut kept: Vec<String> = Vec::new();
    for line in clean(text).lines().map(clean_line) {
        if !line.is_empty() || kept.last().is_some_and(|last| !last.is_empty()) {
            kept.push(line);
        }
    }
    kept.join("\n")
}

fn lines(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
