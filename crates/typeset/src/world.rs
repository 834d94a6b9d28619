//! All that the engine can see: our templates, our fonts and one document's data. No disk, no
//! network, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::FONTS;

/// What a document looks like.
#[derive(Clone, Copy, Debug)]
pub enum Template {
    /// A CV.
    Cv,
    /// A table with a header row on every page.
    Table,
    /// Headings with lines below.
    Sheet,
}

impl Template {
    fn source(self) -> &'static Source {
        match self {
            Self::Cv => &FILES.cv,
            Self::Table => &FILES.table,
            Self::Sheet => &FILES.sheet,
        }
    }
}

/// Read once, by whichever document comes first.
struct Files {
    base: Source,
    cv: Source,
    table: Source,
    sheet: Source,
    data: FileId,
}

static FILES: LazyLock<Files> = LazyLock::new(|| Files {
    base: source("base.typ", include_str!("../templates/base.typ")),
    cv: source("cv.typ", include_str!("../templates/cv.typ")),
    table: source("table.typ", include_str!("../templates/table.typ")),
    sheet: source("sheet.typ", include_str!("../templates/sheet.typ")),
    data: id("data.json"),
});

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("our file names are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

fn source(name: &str, text: &str) -> Source {
    Source::new(id(name), text.to_owned())
}

/// One document: a template and its data.
pub struct Desk {
    template: Template,
    data: Bytes,
}

impl Desk {
    /// Puts the data where the template finds it, as `data.json`.
    pub fn new(template: Template, data: &serde_json::Value) -> Self {
        Self { template, data: Bytes::from_string(data.to_string()) }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.template.source().id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [self.template.source(), &FILES.base]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == FILES.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    /// A document says when it was made in its own words; the engine needs no date.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
