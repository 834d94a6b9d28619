//! The starter library of sector codes: how work really goes, sector by sector (features.md M22).

use std::sync::LazyLock;

use board::slug::Slug;
use serde::Deserialize;

use crate::lang::ByLang;
use crate::source::read;

/// The sector of the cards that hold everywhere.
pub const ANY_SECTOR: &str = "any";

/// A card of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its name, stable over versions.
    pub id: Slug,
    /// The sector it is about, or [`ANY_SECTOR`].
    pub sector: Slug,
    /// Its words.
    pub words: ByLang<CardWords>,
}

/// The words of a card in one language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardWords {
    /// The situation.
    pub situation: String,
    /// What happens.
    pub happens: String,
    /// What is expected.
    pub expected: String,
    /// What often goes wrong.
    pub wrong: String,
    /// A sentence you can say.
    pub say: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    card: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Slug,
    fr: CardWords,
    nl: CardWords,
    en: CardWords,
}

macro_rules! files {
    ($($sector:literal),+ $(,)?) => {
        [$(($sector, include_str!(concat!("../../../content/codes/", $sector, ".toml")))),+]
    };
}

static CODES: LazyLock<Vec<Card>> = LazyLock::new(|| {
    files![
        "any",
        "care",
        "construction",
        "horeca",
        "cleaning",
        "logistics",
        "retail",
        "office",
        "it",
        "education",
        "public_service",
        "industry",
        "green",
    ]
    .into_iter()
    .flat_map(|(sector, text)| cards(sector, text))
    .collect()
});

fn cards(name: &str, text: &str) -> Vec<Card> {
    let sector: Slug = name.parse().expect("the names of the files above are short names");
    let file: File = read(&format!("codes/{name}.toml"), text);
    let card = |entry: Entry| Card {
        id: entry.id,
        sector: sector.clone(),
        words: ByLang { fr: entry.fr, nl: entry.nl, en: entry.en },
    };
    file.card.into_iter().map(card).collect()
}

/// Every card, those that hold everywhere first.
#[must_use]
pub fn codes() -> &'static [Card] {
    &CODES
}
