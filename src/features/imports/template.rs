//! A file to begin from: the headings in the language of the page, and one row that shows how.

use board::protocol::imports::ImportColumn;

use crate::{features::imports::remark::column_name, i18n::t};
use words::Key;

/// A line of CSV. A semicolon is what programs expect where a comma stands in numbers.
fn line(cells: &[String]) -> String {
    let quoted = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
    quoted.collect::<Vec<_>>().join(";") + "\r\n"
}

/// The template, with the mark by which programs know UTF-8; tracked.
#[must_use]
pub fn text() -> String {
    let heads = ImportColumn::ALL.iter().map(|column| column_name(*column)).collect::<Vec<_>>();
    let example = ImportColumn::ALL.iter().map(|column| match column {
        ImportColumn::MenteeName => "Fatoumata".to_owned(),
        ImportColumn::MentorName => "Gérard".to_owned(),
        ImportColumn::MenteeLang | ImportColumn::MentorLang => t(Key::SpokenFr),
        ImportColumn::Start => "02/11/2026".to_owned(),
        ImportColumn::PlannedEnd => "03/05/2027".to_owned(),
        ImportColumn::Cadence => "7".to_owned(),
        ImportColumn::Branch | ImportColumn::Sector | ImportColumn::Coordinator => String::new(),
    });
    let example = example.collect::<Vec<_>>();
    format!("\u{feff}{}{}", line(&heads), line(&example))
}
