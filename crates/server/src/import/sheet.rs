//! XLSX: the first visible sheet, cell by cell. A small file can claim a sheet of millions of
//! cells, so nothing is laid out before it is known to be small.

use super::{Cell, Line};
use crate::sniff;
use board::protocol::imports::{FileRule, IMPORT_ROWS_MAX};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};
use chrono::NaiveDate;
use std::{collections::BTreeMap, io::Cursor};

/// Columns that are looked at.
const COLUMNS_MAX: u32 = 60;
/// Cells that are read before the file counts as something else than a list.
const CELLS_MAX: usize = 500_000;
/// Titles and empty lines may stand above and between.
const LINES_MAX: usize = IMPORT_ROWS_MAX + 200;

pub(super) fn lines(bytes: &[u8]) -> Result<Vec<Line>, FileRule> {
    if !sniff::is_sound_archive(bytes) {
        return Err(FileRule::Damaged);
    }
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| FileRule::Kind)?;
    let is_shown = |sheet: &&calamine::Sheet| {
        sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet
    };
    let name = book.sheets_metadata().iter().find(is_shown).map(|sheet| sheet.name.clone());
    let name = name.ok_or(FileRule::NoRows)?;
    let mut cells = book.worksheet_cells_reader(&name).map_err(|_| FileRule::Damaged)?;
    let mut lines = BTreeMap::<u32, Vec<Cell>>::new();
    for _ in 0..CELLS_MAX {
        let record = cells.next_cell_with_formula_metadata().map_err(|_| FileRule::Damaged)?;
        let Some(record) = record else {
            return Ok(lines.into_iter().map(|(row, cells)| (row + 1, cells)).collect());
        };
        let (row, column) = record.pos;
        let cell = if record.formula.is_some() { Cell::Formula } else { cell(&record.value) };
        if column >= COLUMNS_MAX || cell == Cell::Empty {
            continue;
        }
        let line = lines.entry(row).or_default();
        let column = column as usize;
        if line.len() <= column {
            line.resize(column + 1, Cell::Empty);
        }
        line[column] = cell;
        if lines.len() > LINES_MAX {
            return Err(FileRule::TooManyRows);
        }
    }
    Err(FileRule::TooManyRows)
}

fn cell(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) => Cell::of(text),
        DataRef::SharedString(text) => Cell::of(text),
        DataRef::Int(number) => Cell::Text(number.to_string()),
        DataRef::Float(number) => Cell::Text(number.to_string()),
        DataRef::Bool(yes) => Cell::Text(yes.to_string()),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let day = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
            day.map_or_else(|| Cell::Text(moment.as_f64().to_string()), Cell::Day)
        }
        DataRef::DateTime(time) => Cell::Text(time.as_f64().to_string()),
        DataRef::DateTimeIso(text) => match text.get(..10).map(str::parse::<NaiveDate>) {
            Some(Ok(day)) => Cell::Day(day),
            _ => Cell::of(text),
        },
        DataRef::DurationIso(text) => Cell::of(text),
        DataRef::Error(error) => Cell::Text(error.to_string()),
    }
}
