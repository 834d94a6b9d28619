//! The everyday sectors a person picks from, and the official classification behind them.

use std::sync::LazyLock;

use board::slug::Slug;
use serde::Deserialize;

use crate::lang::Text;
use crate::source::read;

/// A sector under its everyday name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    /// Its name, stable over versions.
    pub id: Slug,
    /// What people call it.
    pub name: Text,
    /// NACE-BEL 2025 sections behind it.
    pub nace_sections: Vec<String>,
    /// NACE-BEL 2025 divisions behind it.
    pub nace_divisions: Vec<String>,
}

/// The part of NACE-BEL 2025 that the sectors use, with its official labels.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nace {
    /// The sections: one letter.
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
    /// The divisions: two digits.
    #[serde(rename = "division")]
    pub divisions: Vec<Division>,
}

/// A section of NACE-BEL 2025.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// One letter.
    pub code: String,
    /// The official label.
    pub label: Text,
}

/// A division of NACE-BEL 2025.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Division {
    /// Two digits.
    pub code: String,
    /// The section it belongs to.
    pub section: String,
    /// The official label.
    pub label: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    sector: Vec<Sector>,
}

static SECTORS: LazyLock<Vec<Sector>> = LazyLock::new(|| {
    read::<File>("sectors.toml", include_str!("../../../content/sectors.toml")).sector
});

static NACE: LazyLock<Nace> =
    LazyLock::new(|| read("nacebel.toml", include_str!("../../../content/nacebel.toml")));

/// Every sector, in the order people meet them.
#[must_use]
pub fn sectors() -> &'static [Sector] {
    &SECTORS
}

/// The official labels behind the sectors.
#[must_use]
pub fn nace() -> &'static Nace {
    &NACE
}
