//! Cells become the duos they describe. What a cell alone tells is checked here; what needs the
//! other rows, in `check`.

use super::{Cell, Line, check::Known, columns::Table, days, values};
use board::protocol::imports::{CellRemark, CellRule, ImportColumn, ImportDuo, ImportRow};
use chrono::NaiveDate;
use content::fold;

/// Longest part of a cell that is told back, in characters.
const SHOWN_MAX: usize = 40;

/// The rows below the headings.
pub(super) fn read(lines: &[Line], table: &Table, known: &Known) -> Vec<ImportRow> {
    let below = lines.iter().skip(table.first);
    let rows = below.filter(|(_, cells)| cells.iter().any(|cell| *cell != Cell::Empty));
    rows.map(|(line, cells)| row(*line, cells, table, known)).collect()
}

fn row(line: u32, cells: &[Cell], table: &Table, known: &Known) -> ImportRow {
    let mut reader = Reader { cells, table, remarks: Vec::new() };
    let mine = || known.lang.clone();
    let duo = ImportDuo {
        mentee_name: reader.text(ImportColumn::MenteeName),
        mentee_lang: reader.lang(ImportColumn::MenteeLang).unwrap_or_else(mine),
        mentor: None,
        mentor_name: reader.text(ImportColumn::MentorName),
        mentor_lang: reader.lang(ImportColumn::MentorLang).unwrap_or_else(mine),
        branch: match &known.branches[..] {
            [only] if reader.is_empty(ImportColumn::Branch) => Some(only.id),
            branches => reader.value(ImportColumn::Branch, |text| {
                let name = fold(text);
                branches.iter().find(|branch| fold(&branch.name) == name).map(|branch| branch.id)
            }),
        },
        start: reader.day(ImportColumn::Start),
        planned_end: reader.day(ImportColumn::PlannedEnd),
        cadence_days: reader.value(ImportColumn::Cadence, values::cadence).unwrap_or(7),
        sector: reader.value(ImportColumn::Sector, values::sector),
        coordinator: reader.value(ImportColumn::Coordinator, |text| {
            let name = fold(text);
            known.staff.iter().find(|staff| fold(&staff.name) == name).map(|staff| staff.id)
        }),
    };
    ImportRow { line, duo, remarks: reader.remarks }
}

/// Reads the cells of a row and collects what is wrong with them.
struct Reader<'a> {
    cells: &'a [Cell],
    table: &'a Table,
    remarks: Vec<CellRemark>,
}

impl Reader<'_> {
    fn is_empty(&self, column: ImportColumn) -> bool {
        *self.table.cell(self.cells, column) == Cell::Empty
    }

    fn note(&mut self, column: ImportColumn, rule: CellRule, typed: &str) {
        let typed: String = typed.chars().take(SHOWN_MAX).collect();
        let typed = (!typed.is_empty()).then_some(typed);
        self.remarks.push(CellRemark { column, rule, typed, number: None });
    }

    /// The text of a cell, whatever it says.
    fn text(&mut self, column: ImportColumn) -> String {
        match self.table.cell(self.cells, column) {
            Cell::Text(text) => text.clone(),
            Cell::Empty => String::new(),
            Cell::Day(day) => day.to_string(),
            Cell::Formula => {
                self.note(column, CellRule::Formula, "");
                String::new()
            }
        }
    }

    /// A value that a list holds; nothing when the cell is empty.
    fn value<T>(&mut self, column: ImportColumn, find: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        let found = find(&text);
        if found.is_none() {
            self.note(column, CellRule::Unknown, &text);
        }
        found
    }

    fn lang(&mut self, column: ImportColumn) -> Option<String> {
        self.value(column, |text| values::lang(text).map(str::to_owned))
    }

    fn day(&mut self, column: ImportColumn) -> Option<NaiveDate> {
        if let Cell::Day(day) = self.table.cell(self.cells, column) {
            return Some(*day);
        }
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        days::read(&text).map_err(|rule| self.note(column, rule, &text)).ok()
    }
}
