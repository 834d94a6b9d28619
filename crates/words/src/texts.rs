//! The texts inside the binary: for the server, which serves them, and for tests.

use crate::{Catalogue, Lang, Part};

macro_rules! texts {
    ($tag:literal) => {
        [
            include_str!(concat!(env!("OUT_DIR"), "/", $tag, ".txt")),
            include_str!(concat!(env!("OUT_DIR"), "/", $tag, ".board.txt")),
            include_str!(concat!(env!("OUT_DIR"), "/", $tag, ".pages.txt")),
            include_str!(concat!(env!("OUT_DIR"), "/", $tag, ".staff.txt")),
            include_str!(concat!(env!("OUT_DIR"), "/", $tag, ".server.txt")),
        ]
    };
}

const TEXTS: [[&str; 5]; 3] = [texts!("fr"), texts!("nl"), texts!("en")];

/// The text file of a language and part, as served under [`crate::file_name`].
#[must_use]
pub fn text(lang: Lang, part: Part) -> &'static str {
    TEXTS[lang as usize][part as usize]
}

impl Catalogue {
    /// Every text of a language.
    #[must_use]
    pub fn whole(lang: Lang) -> Self {
        let mut catalogue = Self::default();
        for part in Part::ALL {
            let fits = catalogue.add(part, text(lang, part));
            assert!(fits, "texts and keys come from one build");
        }
        catalogue
    }
}
