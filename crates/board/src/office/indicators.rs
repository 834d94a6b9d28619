//! The figures I01 to I24 of indicators.md, reckoned from rows without a name.
//!
//! Whoever reads them chooses the duos by the day they began (the cohort) and from where twelve
//! months are counted: from the first day (default) or from the last. Figures that need time only
//! count duos for whom that time is over. Nothing is estimated: what was not asked is "not asked",
//! and people of whom nothing is known are counted apart.

pub mod figure;
mod money;
mod outcomes;
mod process;
pub mod support;
pub mod veil;

use super::{masking::Cells, record::DuoRecord, region::Region, target::RegionBudget};
use crate::{closed_enum::closed_enum, id::BranchId};
use chrono::{Datelike, Days, NaiveDate};
use figure::Figure;
use outcomes::Mentees;

closed_enum! {
    /// From where twelve months are counted.
    Anchor {
        /// From the first day of the duo.
        Start = "start",
        /// From its last day.
        End = "end",
    }
}

/// Which duos, and how they are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Duos that began on this day or later.
    pub first: NaiveDate,
    /// Duos that began on this day or earlier.
    pub last: NaiveDate,
    /// From where twelve months are counted.
    pub anchor: Anchor,
    /// Only these branches; nothing for all.
    pub branches: Option<Vec<BranchId>>,
    /// Only this region.
    pub region: Option<Region>,
    /// The day of the report.
    pub today: NaiveDate,
    /// Months from which work for a set time counts as lasting.
    pub durable_months: u16,
}

impl Selection {
    /// The duos that began in one calendar year, of all branches, counted from the first day.
    #[must_use]
    pub fn of_year(year: i32, today: NaiveDate) -> Self {
        Self {
            first: NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN),
            last: NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX),
            anchor: Anchor::Start,
            branches: None,
            region: None,
            today,
            durable_months: super::outcome::DURABLE_MONTHS,
        }
    }

    /// Whether a duo is one of the branches or of the region asked for, whenever it began.
    #[must_use]
    pub fn has_in_scope(&self, record: &DuoRecord) -> bool {
        self.branches.as_ref().is_none_or(|branches| branches.contains(&record.branch))
            && self.region.is_none_or(|region| record.region == Some(region))
    }

    /// Whether a duo is counted.
    #[must_use]
    pub fn has(&self, record: &DuoRecord) -> bool {
        (self.first..=self.last.min(self.today)).contains(&record.start)
            && self.has_in_scope(record)
    }

    /// The calendar years it consists of, when they are whole ones.
    #[must_use]
    pub fn whole_years(&self) -> Option<std::ops::RangeInclusive<i32>> {
        let begins = self.first.ordinal() == 1;
        let ends = self.last.checked_add_days(Days::new(1)).is_some_and(|day| day.ordinal() == 1);
        (begins && ends && self.first <= self.last).then(|| self.first.year()..=self.last.year())
    }
}

/// Every figure of a selection. `all` are the duos of the whole association: a mentor may start
/// another duo in another branch, and what began for a mentee may be noted with a later duo.
#[must_use]
pub fn figures(all: &[DuoRecord], selection: &Selection, budgets: &[RegionBudget]) -> Vec<Figure> {
    let scope: Vec<&DuoRecord> = all.iter().filter(|it| selection.has_in_scope(it)).collect();
    let cohort: Vec<&DuoRecord> = scope.iter().copied().filter(|it| selection.has(it)).collect();
    let mentees = Mentees::of(all, &cohort, selection);
    let mut figures = process::begun(&scope, &cohort, selection);
    figures.extend(process::course(&cohort, selection));
    figures.extend(outcomes::figures(&mentees, selection));
    figures.extend(support::boards(&cohort, selection));
    figures.extend(support::people(all, &cohort, selection));
    figures.extend(money::costs(all, selection, budgets));
    figures.extend(support::standard(&cohort, selection));
    figures.sort_by_key(|figure| figure.code);
    figures
}

/// What a breakdown shows of some duos.
#[must_use]
pub fn cells(all: &[DuoRecord], cohort: &[&DuoRecord], selection: &Selection) -> Cells {
    let mentees = Mentees::of(all, cohort, selection);
    let [mature, positive, unknown] = mentees.counts();
    Cells { all: figure::count(cohort.len()), mature, positive, unknown }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
