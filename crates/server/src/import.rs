//! Duos from a file (features.md K01): CSV as people save it in Belgium, or XLSX. Bytes become
//! cells, cells become rows, and each row is checked against the others and the branch. Nothing is
//! written here.

pub mod check;
mod columns;
mod csv;
mod days;
mod rows;
mod sheet;
mod values;

use board::protocol::imports::{FileRule, IMPORT_ROWS_MAX, ImportPreview};
use check::Known;
use chrono::NaiveDate;

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, trimmed.
    Text(String),
    /// A day of a sheet.
    Day(NaiveDate),
    /// A formula, or a text that a sheet would take for one.
    Formula,
}

/// A line with its number in the file, the first one being 1.
pub(crate) type Line = (u32, Vec<Cell>);

impl Cell {
    /// The cell of a typed text. A text that begins like a formula is one in the next program that
    /// opens it.
    fn of(text: &str) -> Self {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        match text.chars().next() {
            None => Self::Empty,
            Some('=' | '@' | '+') => Self::Formula,
            Some(_) => Self::Text(text.to_owned()),
        }
    }
}

/// Reads a file and checks every row of it.
///
/// # Errors
/// Why the file as a whole cannot be used.
pub fn read(bytes: &[u8], known: &Known) -> Result<ImportPreview, FileRule> {
    let lines =
        if bytes.starts_with(b"PK\x03\x04") { sheet::lines(bytes)? } else { csv::lines(bytes)? };
    let table = columns::find(&lines).ok_or(FileRule::NoHeadings)?;
    let mut rows = rows::read(&lines, &table, known);
    if rows.is_empty() {
        return Err(FileRule::NoRows);
    }
    if rows.len() > IMPORT_ROWS_MAX {
        return Err(FileRule::TooManyRows);
    }
    check::all(&mut rows, known);
    Ok(ImportPreview { columns: table.found(), unused: table.unused, rows })
}

#[cfg(test)]
mod tests;
