//! What a duo and a positive outcome cost (I22): the budget that was entered for whole calendar
//! years and whole regions, and the duos that began there.

use super::{
    Selection,
    figure::{Code, Figure, count},
    outcomes::Mentees,
};
use crate::office::{record::DuoRecord, region::Region, target::RegionBudget};

pub(super) fn costs(
    all: &[DuoRecord],
    selection: &Selection,
    budgets: &[RegionBudget],
) -> Vec<Figure> {
    let regions = regions_with_budget(selection, budgets);
    let amount = regions.as_ref().map(|(_, euros)| *euros);
    let of_regions = |record: &&DuoRecord| {
        let regions = regions.as_ref().map(|(regions, _)| regions);
        selection.has(record)
            && record.region.is_some_and(|it| regions.is_some_and(|all| all.contains(&it)))
    };
    let cohort: Vec<&DuoRecord> = all.iter().filter(of_regions).collect();
    let [_, positive, _] = Mentees::of(all, &cohort, selection).counts();
    vec![
        Figure::euros(Code::CostPerDuo, amount, count(cohort.len())),
        Figure::euros(Code::CostPerOutcome, amount, positive),
    ]
}

/// The regions for which every year of the selection has a budget, and its sum in euros. A branch
/// has no budget of its own.
fn regions_with_budget(
    selection: &Selection,
    budgets: &[RegionBudget],
) -> Option<(Vec<Region>, u32)> {
    if selection.branches.is_some() {
        return None;
    }
    let years = selection.whole_years()?;
    let wanted = |region: &Region| selection.region.is_none_or(|only| only == *region);
    let (mut regions, mut thousands) = (Vec::new(), 0_u32);
    for region in Region::ALL.iter().copied().filter(wanted) {
        let of_year = |year: i32| {
            let found = budgets.iter().find(|it| it.region == region && i32::from(it.year) == year);
            found.map(|it| it.budget)
        };
        if let Some(sums) = years.clone().map(of_year).collect::<Option<Vec<u32>>>() {
            regions.push(region);
            thousands = sums.into_iter().fold(thousands, u32::saturating_add);
        }
    }
    (!regions.is_empty()).then(|| (regions, thousands.saturating_mul(1000)))
}
