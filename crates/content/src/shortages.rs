//! Which occupations an official list names as hard to fill. Such lists change every year and
//! differ by region: a flag is only ever given together with its region, year and source.

use std::sync::LazyLock;

use board::slug::Slug;
use serde::Deserialize;

use crate::region::Region;
use crate::source::read;

/// What is known of one official list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shortage {
    /// For which region it holds.
    pub region: Region,
    /// Of which year it is.
    pub year: u16,
    /// Who published it, under which name.
    pub source: String,
    /// The pages its names were read in.
    pub read_in: Vec<String>,
    /// Whether the whole official list is here. Otherwise a missing occupation says nothing.
    pub complete: bool,
    /// The occupations that it names.
    pub occupations: Vec<Slug>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    list: Vec<Shortage>,
}

static LISTS: LazyLock<Vec<Shortage>> = LazyLock::new(|| {
    read::<File>("shortages.toml", include_str!("../../../content/shortages.toml")).list
});

/// Every list.
#[must_use]
pub fn shortage_lists() -> &'static [Shortage] {
    &LISTS
}

/// The lists that name this occupation: at most one a region, its newest.
#[must_use]
pub fn shortages_of(occupation: &str) -> Vec<&'static Shortage> {
    let newest = |region| {
        LISTS
            .iter()
            .filter(|list| list.region == region)
            .filter(|list| list.occupations.iter().any(|id| id.as_str() == occupation))
            .max_by_key(|list| list.year)
    };
    Region::ALL.into_iter().filter_map(newest).collect()
}
