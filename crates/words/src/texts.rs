//! The texts inside the binary: for the server, which serves them, and for tests.

use crate::Lang;

/// The whole text file of a language, as served under [`crate::file_name`].
#[must_use]
pub fn text(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => include_str!(concat!(env!("OUT_DIR"), "/fr.txt")),
        Lang::Nl => include_str!(concat!(env!("OUT_DIR"), "/nl.txt")),
        Lang::En => include_str!(concat!(env!("OUT_DIR"), "/en.txt")),
    }
}
