//! From a template and its data to the bytes of a PDF.

use std::sync::LazyLock;

use serde_json::Value;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::TypesetError;
use crate::world::{Desk, Template};

/// The most characters that one document may have: some 25 pages.
pub const LONGEST: usize = 100_000;

/// The most values in the data of a document: a table of more than a thousand rows. Every value
/// costs time, even an empty one.
const MOST_VALUES: usize = 50_000;

static ACCESSIBLE: LazyLock<PdfStandards> = LazyLock::new(|| {
    PdfStandards::new(&[PdfStandard::Ua_1]).expect("one standard cannot contradict itself")
});

/// Sets the pages and writes them as a tagged PDF: PDF/UA-1 whenever every letter can be shown.
pub fn pdf(template: Template, data: &Value) -> Result<Vec<u8>, TypesetError> {
    let size = Size::of(data);
    if size.characters > LONGEST || size.values > MOST_VALUES {
        return Err(TypesetError::TooLong);
    }
    let bytes = pages(template, data).and_then(|pages| {
        export(&pages, ACCESSIBLE.clone()).or_else(|_| export(&pages, PdfStandards::default()))
    });
    // The engine remembers what it has set, to be quick the next time. These are people's CVs, and
    // a server lives long: nothing of them stays in memory.
    comemo::evict(0);
    bytes
}

fn pages(template: Template, data: &Value) -> Result<PagedDocument, TypesetError> {
    typst::compile(&Desk::new(template, data)).output.map_err(|errors| fault(&errors))
}

fn export(pages: &PagedDocument, standards: PdfStandards) -> Result<Vec<u8>, TypesetError> {
    let options = PdfOptions {
        creator: Smart::Custom(Some("Passerelle".into())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(pages, &options).map_err(|errors| fault(&errors))
}

fn fault(errors: &[SourceDiagnostic]) -> TypesetError {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    TypesetError::Engine(messages.join("; "))
}

/// How much work a document is.
#[derive(Default)]
struct Size {
    characters: usize,
    values: usize,
}

impl Size {
    fn of(data: &Value) -> Self {
        let mut size = Self::default();
        size.add(data);
        size
    }

    fn add(&mut self, data: &Value) {
        self.values += 1;
        match data {
            Value::String(text) => self.characters += text.chars().count(),
            Value::Array(values) => values.iter().for_each(|value| self.add(value)),
            Value::Object(fields) => fields.values().for_each(|value| self.add(value)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}
