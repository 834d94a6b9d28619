//! A table on A4 whose header row comes back on every page: the proof of search.

use serde_json::{Value, json};

use crate::TypesetError;
use crate::block::Block;
use crate::clean::{FOOT, clean, clean_line};
use crate::language::Language;
use crate::render;
use crate::width;
use crate::world::Template;

/// With more columns the page lies on its side.
const UPRIGHT: usize = 4;
/// A row is never cut by the end of a page if its cells are all shorter than so many characters,
/// and its columns not so narrow that this could be more than a page.
const SHORT: usize = 120;
/// The room that a line takes, however short it is, in characters.
const LINE: usize = 30;
const NARROW: usize = 8;

/// A table with what is said above and below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The language of the table as a tag: `fr`, `nl-BE`.
    pub lang: String,
    /// What it is: « Preuve de mes recherches ».
    pub title: String,
    /// Whose it is. May be empty.
    pub person: String,
    /// The time it is about, in words. May be empty.
    pub period: String,
    /// The headings of the columns.
    pub columns: Vec<String>,
    /// One cell a column; missing cells at the end of a row stay empty.
    pub rows: Vec<Vec<String>>,
    /// What is said below the table, one paragraph each.
    pub notes: Vec<String>,
    /// When it was made, in words: « Fait le 22 novembre 2026 ». Stands at the foot of each
    /// page; a longer text stands below the notes.
    pub made_on: String,
}

/// The table as an A4 PDF.
///
/// # Errors
/// [`TypesetError::Empty`] without a title or a column, [`TypesetError::Row`],
/// [`TypesetError::Language`], [`TypesetError::TooLong`].
pub fn table_pdf(table: &Table) -> Result<Vec<u8>, TypesetError> {
    render::pdf(Template::Table, &data(table)?)
}

/// The table as its template reads it.
fn data(table: &Table) -> Result<Value, TypesetError> {
    let lang = Language::parse(&table.lang)?;
    let title = clean_line(&table.title);
    let columns: Vec<String> = table.columns.iter().map(|column| clean_line(column)).collect();
    if title.is_empty() || columns.is_empty() {
        return Err(TypesetError::Empty);
    }
    let mut rows = Vec::with_capacity(table.rows.len());
    for (index, row) in table.rows.iter().enumerate() {
        let cells = row.len();
        if cells > columns.len() {
            return Err(TypesetError::Row { row: index + 1, cells, columns: columns.len() });
        }
        let mut row: Vec<String> = row.iter().map(|cell| clean(cell)).collect();
        row.resize(columns.len(), String::new());
        rows.push(row);
    }
    let flipped = columns.len() > UPRIGHT;
    let (mut foot, mut notes) = (clean_line(&table.made_on), table.notes.clone());
    if foot.chars().count() > FOOT {
        notes.push(std::mem::take(&mut foot));
    }
    Ok(json!({
        "lang": lang.json(),
        "title": title,
        "about": Block::json_lines(&[table.person.clone(), table.period.clone()]),
        "flipped": flipped,
        "widths": width::shares(&columns, &rows, flipped),
        "columns": columns,
        "rows": rows.iter().map(|row| row_data(row)).collect::<Vec<_>>(),
        "notes": Block::json_joined(&notes),
        "foot": foot,
    }))
}

fn row_data(row: &[String]) -> Value {
    let cell =
        |text: &String| json!({ "text": Block::json(text), "longest": width::longest_word(text) });
    json!({
        "cells": row.iter().map(cell).collect::<Vec<_>>(),
        "whole": row.len() < NARROW && row.iter().all(|cell| room(cell) < SHORT),
    })
}

fn room(cell: &str) -> usize {
    cell.lines().map(|line| line.chars().count().max(LINE)).sum()
}
