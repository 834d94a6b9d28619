//! CSV as programs save it: UTF-8 with or without its mark, UTF-16, Windows-1252; comma, semicolon
//! or tab. What it is is found from the content.

use super::{Cell, Line, columns};
use board::protocol::imports::{FileRule, IMPORT_ROWS_MAX};
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// Between two cells.
const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];
/// Empty lines and a title may stand among the rows.
const LINES_MAX: usize = IMPORT_ROWS_MAX + 200;
/// Most cells of a line; a file of anything else is not a list.
const CELLS_MAX: usize = 200;

pub(super) fn lines(bytes: &[u8]) -> Result<Vec<Line>, FileRule> {
    let text = decode(bytes).ok_or(FileRule::Kind)?;
    // The separator under which most headings are known.
    let (mut best, mut most) = (Vec::new(), 0);
    for separator in SEPARATORS {
        let lines = split(&text, separator)?;
        let known = columns::find(&lines).map_or(0, |table| table.found().len());
        if known > most {
            (best, most) = (lines, known);
        }
    }
    if most == 0 { Err(FileRule::NoHeadings) } else { Ok(best) }
}

/// The text of a file; nothing when it is no text.
fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    let (text, _, broken) = encoding.decode(bytes);
    // Pictures and old sheets hold bytes that no list holds.
    let is_text =
        |c: char| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{1c}'..='\u{1f}');
    (!broken && text.chars().all(|c| is_text(c) || ('\u{80}'..='\u{9f}').contains(&c)))
        .then_some(text)
}

fn split(text: &str, separator: u8) -> Result<Vec<Line>, FileRule> {
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut lines = Vec::new();
    let (mut line, mut counted) = (1, 0);
    while reader.read_record(&mut record).map_err(|_| FileRule::Damaged)? {
        if record.len() > CELLS_MAX {
            return Err(FileRule::Kind);
        }
        // The reader's own count lags behind where lines end with two characters.
        let start = record.position().map_or(counted, |at| begin(text, at));
        line += line_ends(text.get(counted..start).unwrap_or_default());
        counted = start.max(counted);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if lines.len() == LINES_MAX {
            return Err(FileRule::TooManyRows);
        }
        lines.push((line, record.iter().map(Cell::of).collect()));
    }
    Ok(lines)
}

/// Where the first cell of a record begins: its position may still be before the end of a line.
fn begin(text: &str, at: &csv::Position) -> usize {
    let at = usize::try_from(at.byte()).unwrap_or(usize::MAX).min(text.len());
    let rest = text.get(at..).unwrap_or_default();
    at + rest.len() - rest.trim_start_matches(['\r', '\n']).len()
}

fn line_ends(text: &str) -> u32 {
    let ends =
        text.matches('\n').count() + text.matches('\r').count() - text.matches("\r\n").count();
    u32::try_from(ends).unwrap_or(u32::MAX)
}
