//! CVs, proofs of search and plans as accessible A4 PDFs: black on white, tagged for screen readers.
//!
//! Everything here is pure: same input, same bytes. It reads no clock, no file and no network, and
//! translates nothing: callers pass words that are ready to print. What people wrote reaches the
//! typesetting engine as data, never as markup, so no sign in it has a meaning there.
//!
//! The work is synchronous and takes processor time: call it from a thread that may block.

mod block;
mod clean;
mod cv;
mod cv_text;
mod error;
mod fonts;
mod language;
mod render;
mod sheet;
mod table;
mod width;
mod world;

pub use cv::{Cv, CvEntry, CvSection, cv_pdf};
pub use cv_text::cv_text;
pub use error::TypesetError;
pub use fonts::missing_glyphs;
pub use render::LONGEST;
pub use sheet::{Sheet, SheetSection, sheet_pdf};
pub use table::{Table, table_pdf};
