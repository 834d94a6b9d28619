//! How many duos were meant to begin, and what they may cost (features.md K15). Printed sums are
//! kept beside the years they are sums of: where the two differ, both are shown.

use super::region::Region;
use crate::id::BranchId;
use chrono::{Datelike, NaiveDate};
use wire::Wire;

/// The first and the last year for which something can be entered.
pub const YEARS: std::ops::RangeInclusive<u16> = 2012..=2099;
/// The most duos that one branch can aim at in a year.
pub const DUOS_MAX: u32 = 20_000;
/// The largest budget of a year, in thousands of euros.
pub const BUDGET_MAX: u32 = 1_000_000;

/// Duos that one branch is to begin in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BranchTarget {
    /// Which branch.
    pub branch: BranchId,
    /// Which year.
    pub year: u16,
    /// How many duos.
    pub duos: u32,
}

/// Duos that the branches of one region are to begin in one year, where that was said for the
/// region as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RegionTarget {
    /// Which region.
    pub region: Region,
    /// Which year.
    pub year: u16,
    /// How many duos.
    pub duos: u32,
}

/// The money of one region in one year, in thousands of euros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RegionBudget {
    /// Which region.
    pub region: Region,
    /// Which year.
    pub year: u16,
    /// The whole budget.
    pub budget: u32,
    /// What is asked of public funds.
    pub public: u32,
}

/// The sums that a source printed for a region; they may differ from the sums of its years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PrintedSums {
    /// Which region.
    pub region: Region,
    /// First year.
    pub from: u16,
    /// Last year.
    pub to: u16,
    /// Duos.
    pub duos: u32,
    /// Budget, in thousands of euros.
    pub budget: u32,
    /// Public funds, in thousands of euros.
    pub public: u32,
}

/// Where a year stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Progress {
    /// The branch; nothing for a whole region, or for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub branch: Option<BranchId>,
    /// The region; nothing for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// Duos that began; nothing where too few are shown to whoever asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<u32>,
    /// Duos that were to begin.
    pub target: u32,
    /// What of the year is over, in thousandths.
    pub elapsed: u16,
}

/// What of a year is over on a day, in thousandths; the day itself is over too.
#[must_use]
pub fn elapsed(year: i32, today: NaiveDate) -> u16 {
    let days = NaiveDate::from_ymd_opt(year, 12, 31).map_or(365, |day| day.ordinal());
    let done = match today.year().cmp(&year) {
        std::cmp::Ordering::Less => 0,
        std::cmp::Ordering::Equal => today.ordinal(),
        std::cmp::Ordering::Greater => days,
    };
    u16::try_from((done * 1000 + days / 2) / days).unwrap_or(1000)
}

impl Progress {
    /// How many duos would have begun by now if they began evenly over the year.
    #[must_use]
    pub fn expected(&self) -> u32 {
        let expected = (u64::from(self.target) * u64::from(self.elapsed) + 500) / 1000;
        u32::try_from(expected).unwrap_or(u32::MAX)
    }
}

/// Targets as they are kept.
#[derive(Clone, Copy, Debug)]
pub struct Aims<'a> {
    /// Of branches.
    pub branches: &'a [BranchTarget],
    /// Of regions.
    pub regions: &'a [RegionTarget],
    /// Every branch, and its region.
    pub places: &'a [(BranchId, Option<Region>)],
}

impl Aims<'_> {
    fn of_branch(&self, branch: BranchId, year: u16) -> Option<u32> {
        let found = self.branches.iter().find(|it| it.branch == branch && it.year == year);
        found.map(|it| it.duos)
    }

    /// What was said for the region itself, or else the sum of its branches.
    fn of_region(&self, region: Option<Region>, year: u16) -> Option<u32> {
        let said = self.regions.iter().find(|it| Some(it.region) == region && it.year == year);
        let branches = self.places.iter().filter(|(_, its)| *its == region);
        let sums = branches.filter_map(|(branch, _)| self.of_branch(*branch, year));
        said.map(|it| it.duos).or_else(|| sums.reduce(u32::saturating_add))
    }
}

/// Where a year stands for all, for each region and for each branch that has a target. `only`
/// leaves the branches of somebody who sees no others: then there are no regions.
#[must_use]
pub fn progress(
    started: &[(BranchId, u32)],
    aims: &Aims<'_>,
    year: u16,
    today: NaiveDate,
    only: Option<&[BranchId]>,
) -> Vec<Progress> {
    let elapsed = elapsed(i32::from(year), today);
    let of = |fits: &dyn Fn(BranchId) -> bool| {
        started.iter().filter(|(branch, _)| fits(*branch)).map(|(_, duos)| duos).sum::<u32>()
    };
    let row = |branch, region, started, target| Progress {
        branch,
        region,
        started: Some(started),
        target,
        elapsed,
    };
    let mine = |branch: BranchId| only.is_none_or(|only| only.contains(&branch));
    let own = aims.places.iter().filter(|(branch, _)| mine(*branch));
    let branches = own.filter_map(|(branch, region)| {
        let target = aims.of_branch(*branch, year)?;
        Some(row(Some(*branch), *region, of(&|it| it == *branch), target))
    });
    let branches: Vec<Progress> = branches.collect();
    let is_of = |branch: BranchId, region: Option<Region>| aims.places.contains(&(branch, region));
    let regions = Region::ALL.iter().map(|region| Some(*region)).chain([None]);
    let regions: Vec<Progress> = regions
        .filter(|_| only.is_none())
        .filter_map(|region| {
            let target = aims.of_region(region, year)?;
            Some(row(None, region, of(&|it| is_of(it, region)), target))
        })
        .collect();
    // Duos of places without a target do not count towards it.
    let parts = if only.is_none() { &regions } else { &branches };
    let sum = |number: fn(&Progress) -> u32| parts.iter().map(number).sum::<u32>();
    let all = (!parts.is_empty())
        .then(|| row(None, None, sum(|it| it.started.unwrap_or(0)), sum(|it| it.target)));
    let named = regions.into_iter().filter(|it| it.region.is_some());
    all.into_iter().chain(named).chain(branches).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_passes_day_by_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(elapsed(2026, day("2025-12-31")), 0);
        assert_eq!(elapsed(2026, day("2026-01-01")), 3);
        assert_eq!(elapsed(2026, day("2026-12-31")), 1000);
        assert_eq!(elapsed(2026, day("2027-01-01")), 1000);
        assert_eq!(elapsed(2024, day("2024-07-01")), 500);
    }

    #[test]
    fn a_region_is_what_was_said_of_it_or_the_sum_of_its_branches() {
        let id = |number| BranchId(uuid::Uuid::from_u128(number));
        let target = |branch, duos| BranchTarget { branch: id(branch), year: 2026, duos };
        let wallonia = Some(Region::Wallonia);
        let aims = Aims {
            branches: &[target(1, 250), target(2, 130)],
            regions: &[RegionTarget { region: Region::Brussels, year: 2026, duos: 625 }],
            places: &[
                (id(1), wallonia),
                (id(2), wallonia),
                (id(3), Some(Region::Brussels)),
                (id(4), Some(Region::Flanders)),
            ],
        };
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let started = [(id(1), 200), (id(2), 90), (id(3), 600), (id(4), 40)];
        let rows = |only| {
            let rows = progress(&started, &aims, 2026, today, only);
            rows.iter().map(|it| (it.started.unwrap(), it.target)).collect::<Vec<_>>()
        };
        // All, Brussels, Wallonia, the two branches; Flanders has no target and counts nowhere.
        assert_eq!(rows(None), [(890, 1005), (600, 625), (290, 380), (200, 250), (90, 130)]);
        assert_eq!(rows(Some(&[id(2), id(4)])), [(90, 130), (90, 130)]);
        assert!(progress(&started, &aims, 2025, today, None).is_empty());
    }

    #[test]
    fn the_pace_of_the_annex() {
        let progress =
            Progress { branch: None, region: None, started: Some(220), target: 250, elapsed: 893 };
        assert_eq!(progress.expected(), 223);
    }
}
