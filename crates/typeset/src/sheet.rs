//! A sheet to read and write on together: a plan, the page of a meeting.

use serde_json::{Value, json};

use crate::TypesetError;
use crate::block::Block;
use crate::clean::{FOOT, clean_line, shortened};
use crate::language::Language;
use crate::render;
use crate::world::Template;

/// A title, a few words, and sections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The language of the sheet as a tag: `fr`, `nl-BE`.
    pub lang: String,
    /// What it is: « Notre rencontre du 26 mars ».
    pub title: String,
    /// What stands under the title. May be empty.
    pub lead: String,
    /// In the order of printing.
    pub sections: Vec<SheetSection>,
}

/// A part of a sheet. One without lines is not printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetSection {
    /// In the language of the sheet.
    pub heading: String,
    /// A paragraph each; lines that begin with `- ` become a list, those with `☐ ` one to tick.
    pub lines: Vec<String>,
}

/// The sheet as an A4 PDF.
///
/// # Errors
/// [`TypesetError::Empty`] without a title, [`TypesetError::Language`], [`TypesetError::TooLong`].
pub fn sheet_pdf(sheet: &Sheet) -> Result<Vec<u8>, TypesetError> {
    render::pdf(Template::Sheet, &data(sheet)?)
}

/// The sheet as its template reads it.
fn data(sheet: &Sheet) -> Result<Value, TypesetError> {
    let lang = Language::parse(&sheet.lang)?;
    let title = clean_line(&sheet.title);
    if title.is_empty() {
        return Err(TypesetError::Empty);
    }
    let sections: Vec<Value> = sheet.sections.iter().filter_map(section).collect();
    Ok(json!({
        "lang": lang.json(),
        "foot": shortened(&title, FOOT),
        "title": title,
        "lead": Block::json(&sheet.lead),
        "sections": sections,
    }))
}

fn section(section: &SheetSection) -> Option<Value> {
    let text = Block::json_joined(&section.lines);
    (!text.is_empty()).then(|| json!({ "heading": clean_line(&section.heading), "text": text }))
}
