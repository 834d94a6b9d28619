//! The annex of the memorandum of 2024: how many duos were meant to begin, and what they cost. Data
//! to load, and not goals of the product.

use std::sync::LazyLock;

use board::office::region::Region;
use serde::Deserialize;

use crate::source::read;

/// The whole annex.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Annex {
    /// Where it was printed.
    pub source: String,
    /// The years of every list.
    pub years: Vec<u16>,
    /// What it says of towns.
    #[serde(rename = "branch")]
    pub branches: Vec<AnnexBranch>,
    /// What it says of regions.
    #[serde(rename = "region")]
    pub regions: Vec<AnnexRegion>,
}

/// A town with a branch.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnexBranch {
    /// Its name.
    pub name: String,
    /// Duos, a number for each year.
    pub duos: Vec<u32>,
    /// Their printed sum.
    pub printed: u32,
}

/// A region. Money in thousands of euros.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnexRegion {
    /// Which.
    pub region: Region,
    /// Duos, a number for each year.
    pub duos: Vec<u32>,
    /// Budget, a number for each year.
    pub budget: Vec<u32>,
    /// What is asked of public funds, a number for each year.
    pub public: Vec<u32>,
    /// The printed sums.
    pub printed: AnnexSums,
}

/// Sums as they were printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnexSums {
    /// Duos.
    pub duos: u32,
    /// Budget.
    pub budget: u32,
    /// Public funds.
    pub public: u32,
}

static ANNEX: LazyLock<Annex> =
    LazyLock::new(|| read("annex.toml", include_str!("../../../content/annex.toml")));

/// The annex.
#[must_use]
pub fn annex() -> &'static Annex {
    &ANNEX
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_the_printed_ones_and_differ_by_rounding_where_known() {
        let annex = annex();
        let sum = |numbers: &[u32]| numbers.iter().sum::<u32>();
        for branch in &annex.branches {
            assert_eq!(branch.duos.len(), annex.years.len());
            assert_eq!(sum(&branch.duos), branch.printed, "{}", branch.name);
        }
        let differences: Vec<_> = annex
            .regions
            .iter()
            .map(|it| {
                assert_eq!(it.budget.len(), annex.years.len());
                assert_eq!(sum(&it.duos), it.printed.duos);
                (sum(&it.budget) - it.printed.budget, sum(&it.public) - it.printed.public)
            })
            .collect();
        assert_eq!(differences, [(5, 1), (0, 1)]);
    }

    #[test]
    fn the_towns_of_wallonia_add_up() {
        let annex = annex();
        for (place, year) in annex.years.iter().enumerate() {
            let towns: u32 = annex.branches.iter().map(|branch| branch.duos[place]).sum();
            assert_eq!(towns, annex.regions[0].duos[place], "{year}");
        }
    }
}
