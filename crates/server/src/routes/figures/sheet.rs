//! Tables as files: CSV for every program, XLSX for spreadsheets. What stands in them can be read
//! and summed, and never carried out.

use super::columns::Cell;
use crate::{http::problem::ApiError, routes::files::attachment};
use axum::response::Response;
use board::csv;
use rust_xlsxwriter::{Format, Workbook, XlsxError};

const CSV: &str = "text/csv; charset=utf-8";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// UTF-8's mark, with which older spreadsheets read accents as they are.
const MARK: char = '\u{feff}';

/// A table with its headings.
pub(super) struct Sheet {
    pub(super) headings: Vec<String>,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// As CSV, with the mark of UTF-8 unless it is not wanted.
pub(super) fn csv(sheet: &Sheet, name: &str, mark: bool) -> Response {
    let text = |cell: &Cell| match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Tenths(tenths) => format!("{},{}", tenths / 10, tenths % 10),
        Cell::Day(day) => day.to_string(),
    };
    let rows: Vec<Vec<String>> =
        sheet.rows.iter().map(|row| row.iter().map(text).collect()).collect();
    let mut file = csv::table(&sheet.headings, &rows);
    if !mark && file.starts_with(MARK) {
        file.drain(..MARK.len_utf8());
    }
    attachment(CSV, &format!("{name}.csv"), file.into_bytes())
}

/// As XLSX. Rows are written one after the other and not kept twice.
pub(super) fn xlsx(sheet: &Sheet, name: &str) -> Result<Response, ApiError> {
    let bytes = workbook(sheet).map_err(|error| ApiError::Trouble(error.to_string().into()))?;
    Ok(attachment(XLSX, &format!("{name}.xlsx"), bytes))
}

fn workbook(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet_with_constant_memory()?;
    page.set_freeze_panes(1, 0)?;
    let (bold, day) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
    for (column, heading) in (0..).zip(&sheet.headings) {
        page.set_column_width(column, 16)?;
        page.write_string_with_format(0, column, heading, &bold)?;
    }
    for (number, row) in (1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(row) {
            match cell {
                Cell::Empty => {}
                // A string stays a string, whatever it begins with.
                Cell::Text(text) => {
                    page.write_string(number, column, text)?;
                }
                Cell::Number(amount) => {
                    page.write_number(number, column, *amount as f64)?;
                }
                Cell::Tenths(tenths) => {
                    page.write_number(number, column, *tenths as f64 / 10.0)?;
                }
                Cell::Day(on) => {
                    page.write_number_with_format(number, column, days_since_1900(*on), &day)?;
                }
            }
        }
    }
    book.save_to_buffer()
}

/// How spreadsheets count days.
fn days_since_1900(day: chrono::NaiveDate) -> f64 {
    let first = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or(chrono::NaiveDate::MIN);
    day.signed_duration_since(first).num_days() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_spreadsheets_do() {
        let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
        assert_eq!(days_since_1900(day("2026-11-22")) as i64, 46_348);
        assert_eq!(days_since_1900(day("1900-03-01")) as i64, 61);
    }
}
