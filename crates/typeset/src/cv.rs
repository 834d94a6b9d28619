//! A CV: a name, how to reach the person, and sections of entries. No photo, no age, no colours.

use serde_json::{Value, json};

use crate::TypesetError;
use crate::block::Block;
use crate::clean::{FOOT, clean, clean_line, shortened};
use crate::language::Language;
use crate::render;
use crate::world::Template;

/// An entry that takes less room than so many characters is never cut by the end of a page.
const SHORT: usize = 1000;
/// The room that a line takes, however short it is, in characters.
const LINE: usize = 80;
/// A longer period does not fit beside the title and goes below it.
const SHORT_PERIOD: usize = 32;

/// A CV in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cv {
    /// The language of the CV as a tag: `fr`, `nl-BE`.
    pub lang: String,
    /// First name and family name.
    pub name: String,
    /// Address, telephone, mail: one line each.
    pub contact: Vec<String>,
    /// Who the person is, in a few sentences. May be empty.
    pub profile: String,
    /// What they did, learnt and can do, in the order of printing.
    pub sections: Vec<CvSection>,
}

/// A part of a CV. One without entries is not printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CvSection {
    /// In the language of the CV: « Expérience ».
    pub title: String,
    /// In the order of printing.
    pub entries: Vec<CvEntry>,
}

/// A job, a training, a language. Any field may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CvEntry {
    /// What it was.
    pub title: String,
    /// With whom and where.
    pub place: String,
    /// When, in words.
    pub period: String,
    /// Several lines; those that begin with `- ` become a list.
    pub text: String,
}

impl CvEntry {
    /// Whether there is nothing in it to print.
    pub(crate) fn is_blank(&self) -> bool {
        [&self.title, &self.place, &self.period, &self.text]
            .into_iter()
            .all(|text| clean_line(text).is_empty())
    }
}

impl CvSection {
    /// The entries with something to print.
    pub(crate) fn filled(&self) -> impl Iterator<Item = &CvEntry> {
        self.entries.iter().filter(|entry| !entry.is_blank())
    }
}

/// The CV as an A4 PDF.
///
/// # Errors
/// [`TypesetError::Empty`] if there is no name and nothing in any section,
/// [`TypesetError::Language`], [`TypesetError::TooLong`].
pub fn cv_pdf(cv: &Cv) -> Result<Vec<u8>, TypesetError> {
    render::pdf(Template::Cv, &data(cv)?)
}

/// The CV as its template reads it.
fn data(cv: &Cv) -> Result<Value, TypesetError> {
    let lang = Language::parse(&cv.lang)?;
    let name = clean_line(&cv.name);
    let sections: Vec<Value> = cv.sections.iter().filter_map(section).collect();
    let profile = Block::json(&cv.profile);
    if name.is_empty() && sections.is_empty() && profile.is_empty() {
        return Err(TypesetError::Empty);
    }
    Ok(json!({
        "lang": lang.json(),
        "foot": shortened(&name, FOOT),
        "title": if name.is_empty() { "CV".to_owned() } else { format!("CV – {name}") },
        "name": name,
        "contact": Block::json_lines(&cv.contact),
        "profile": profile,
        "sections": sections,
    }))
}

fn section(section: &CvSection) -> Option<Value> {
    let entries: Vec<Value> = section.filled().map(entry).collect();
    let title = clean_line(&section.title);
    (!entries.is_empty()).then(|| json!({ "title": title, "entries": entries }))
}

fn entry(entry: &CvEntry) -> Value {
    let (mut title, mut place) = (clean_line(&entry.title), clean_line(&entry.place));
    if title.is_empty() {
        title = std::mem::take(&mut place);
    }
    let mut period = clean_line(&entry.period);
    if period.chars().count() > SHORT_PERIOD || title.is_empty() {
        let parts = [place, std::mem::take(&mut period)];
        place = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    }
    let room: usize = [&title, &place, &entry.text].into_iter().map(|text| room(text)).sum();
    json!({
        "title": title,
        "place": place,
        "period": period,
        "text": Block::json(&entry.text),
        "whole": room < SHORT,
    })
}

fn room(text: &str) -> usize {
    clean(text).lines().map(|line| line.chars().count().max(LINE)).sum()
}
