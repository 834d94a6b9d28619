//! CV versions and letters: a file, or sections written in the app (features.md M16–M19).

mod heading;

use crate::{
    entry::Entry, id::ItemId, order::Order, slug::Slug, time::Timestamp, wire_enum::wire_enum,
};
use wire::Wire;

wire_enum! {
    /// What a version is a version of.
    CvKind {
        /// A CV.
        Cv = "cv",
        /// A cover letter.
        Letter = "letter",
    }
}

wire_enum! {
    /// The language a CV is written in.
    CvLang {
        /// French.
        French = "fr",
        /// Dutch.
        Dutch = "nl",
        /// English.
        English = "en",
        /// German, Belgium's third language.
        German = "de",
    }
}

wire_enum! {
    /// How far the reading together is (M18).
    Review {
        /// The mentee asks the mentor to read it.
        Asked = "asked",
        /// The mentor has said what they think.
        Commented = "commented",
        /// Good to send.
        Ready = "ready",
    }
}

wire_enum! {
    /// The parts of a CV, in the order they are printed.
    CvSection {
        /// Jobs, internships, help in a shop.
        Experience = "experience",
        /// School and training, here or elsewhere.
        Education = "education",
        /// What the person can do.
        Skills = "skills",
        /// Languages and how well.
        Languages = "languages",
        /// Volunteering and interests.
        Interests = "interests",
    }
}

/// A file that is kept apart from the board, named by what is in it.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FileRef {
    /// SHA-256 of the bytes, in 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// What kind of file the server found it to be.
    pub kind: FileKind,
    /// How many bytes.
    pub bytes: u32,
    /// The name it had, without folders.
    pub name: String,
}

wire_enum! {
    /// The files that can be kept (M16); decided by content, never by name (A21).
    FileKind {
        /// PDF.
        Pdf = "pdf",
        /// Word.
        Docx = "docx",
        /// LibreOffice.
        Odt = "odt",
        /// Photo.
        Jpeg = "jpeg",
        /// Photo or scan.
        Png = "png",
    }
}

/// Largest file, in bytes: a photo shrunk by the app has 300 KB at most, or little more.
pub const FILE_MAX: u32 = 5_000_000;
/// Longest file name, in characters.
pub const FILE_NAME_MAX: usize = 120;

impl FileRef {
    /// Whether this can be a file the server kept.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let hex = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
        let name = &self.name;
        self.sha256.len() == 64
            && self.sha256.bytes().all(hex)
            && self.kind.is_known()
            && (1..=FILE_MAX).contains(&self.bytes)
            && (1..=FILE_NAME_MAX).contains(&name.chars().count())
            && !name.contains(['/', '\\', '\0'])
    }
}

/// One version of a CV or a letter.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CvVersion {
    /// What it is a version of.
    pub kind: CvKind,
    /// From 1, given by itself; never used twice on one side of the board.
    pub number: u32,
    /// What the mentee calls it.
    pub title: Entry,
    /// The language it is written in.
    pub lang: CvLang,
    /// The sector it aims at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Slug>,
    /// The file; without one the version consists of its texts and entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileRef>,
    /// The name at the top.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub name: Entry,
    /// Phone, e-mail, town: the line under the name.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub contact: Entry,
    /// The few sentences at the top; for a letter, the letter.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub notes: Entry,
    /// The version it was copied from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<ItemId>,
    /// How far the reading together is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
    /// Since when it may not change, because it was sent to an employer (M17).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<Timestamp>,
}

/// One entry of a CV: a job, a school, a language.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CvEntry {
    /// The CV it belongs to.
    pub cv: ItemId,
    /// The part of the CV.
    pub section: CvSection,
    /// What: the job, the diploma, the language.
    pub title: Entry,
    /// Where: the employer, the school.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub place: Entry,
    /// When, in the person's own words.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub period: Entry,
    /// What the person did there.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub notes: Entry,
    /// Its place in the section.
    pub order: Order,
}
