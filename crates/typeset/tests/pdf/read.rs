//! Reads a PDF back, with a library that had no part in writing it.

use lopdf::{Dictionary, Document, Object};

/// A PDF that could be read.
pub struct Pdf {
    document: Document,
    bytes: Vec<u8>,
}

impl Pdf {
    /// Panics if the bytes are no PDF.
    pub fn read(bytes: Vec<u8>) -> Self {
        assert!(bytes.starts_with(b"%PDF-1."), "{:?}", &bytes[..bytes.len().min(20)]);
        Self { document: Document::load_mem(&bytes).expect("a PDF"), bytes }
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.document.get_pages().len()
    }

    /// Width and height in whole points.
    pub fn size(&self) -> (i64, i64) {
        let page = self.document.get_pages()[&1];
        let page = self.document.get_dictionary(page).expect("a page");
        let sides = page.get(b"MediaBox").and_then(Object::as_array).expect("a size");
        let side = |at: usize| sides[at].as_float().expect("a number").round() as i64;
        (side(2), side(3))
    }

    /// All words, with one space between them.
    pub fn text(&self) -> String {
        let pages: Vec<u32> = (1..).take(self.pages()).collect();
        let text = self.document.extract_text(&pages).expect("letters that have a code");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// All letters: where lines end and words part does not matter.
    pub fn letters(&self) -> String {
        letters(&self.text())
    }

    fn catalog(&self) -> &Dictionary {
        self.document.catalog().expect("a catalogue")
    }

    /// The language that a screen reader is told.
    pub fn lang(&self) -> String {
        let lang = self.catalog().get(b"Lang").and_then(Object::as_str).expect("a language");
        String::from_utf8_lossy(lang).into_owned()
    }

    /// Whether the words stand in a structure of headings and paragraphs.
    pub fn is_tagged(&self) -> bool {
        let marks = self.catalog().get_deref(b"MarkInfo", &self.document);
        let marked = marks.and_then(Object::as_dict).and_then(|marks| marks.get(b"Marked"));
        marked.and_then(Object::as_bool).is_ok_and(|marked| marked)
            && self.catalog().has(b"StructTreeRoot")
    }

    /// Whether it says in its metadata that it keeps to PDF/UA-1.
    pub fn is_accessible(&self) -> bool {
        contains(&self.bytes, b"<pdfuaid:part>1</pdfuaid:part>")
    }

    /// How often an element of this kind, such as `H1`, is in the structure.
    pub fn count(&self, kind: &str) -> usize {
        let of_kind = |object: &&Object| {
            object.as_dict().is_ok_and(|dictionary| {
                dictionary.get(b"S").and_then(Object::as_name).is_ok_and(|s| s == kind.as_bytes())
            })
        };
        self.document.objects.values().filter(of_kind).count()
    }
}

/// A text without its spaces.
pub fn letters(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
