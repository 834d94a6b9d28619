//! Everyday occupations, so that a person finds a job under the word they use for it.

use std::sync::LazyLock;

use board::slug::Slug;
use serde::Deserialize;

use crate::lang::{ByLang, Text};
use crate::source::read;

/// An occupation under its everyday name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Occupation {
    /// Its name, stable over versions.
    pub id: Slug,
    /// The sector it is mostly found in.
    pub sector: Slug,
    /// Its ISCO-08 code, three or four digits.
    pub isco: String,
    /// What people call it.
    pub name: Text,
    /// Other words that people search with; may be empty.
    #[serde(default)]
    pub also: ByLang<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    occupation: Vec<Occupation>,
}

static OCCUPATIONS: LazyLock<Vec<Occupation>> = LazyLock::new(|| {
    read::<File>("occupations.toml", include_str!("../../../content/occupations.toml")).occupation
});

/// Every occupation, sector by sector.
#[must_use]
pub fn occupations() -> &'static [Occupation] {
    &OCCUPATIONS
}
