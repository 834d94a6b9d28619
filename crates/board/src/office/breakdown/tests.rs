//! Tables of a year, and what can be had by subtracting them.

use super::*;
use crate::{
    id::{DuoId, PersonId},
    office::{
        demographics::Gender,
        outcome::{Evidence, Outcome, OutcomeKind},
    },
};
use chrono::NaiveDate;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Duos of one branch that began in January 2025; every second one found work.
fn branch(number: u128, region: Region, duos: u128) -> Vec<DuoRecord> {
    let id = |place: u128| Uuid::from_u128(number * 100_000 + place);
    (0..duos)
        .map(|place| {
            let people = [PersonId(id(place * 10 + 1)), PersonId(id(place * 10 + 2))];
            let branch = BranchId(Uuid::from_u128(number));
            let mut record =
                DuoRecord::begun(DuoId(id(place * 10)), people, branch, day("2025-01-10"));
            record.region = Some(region);
            record.demographics.gender =
                Some(if place.is_multiple_of(2) { Gender::Female } else { Gender::Male });
            let job = Outcome {
                kind: OutcomeKind::Job,
                start: day("2025-06-01"),
                contract: None,
                months: None,
                hours: None,
                evidence: Evidence::Declared,
            };
            record.outcomes = if place % 4 < 2 { vec![job] } else { Vec::new() };
            record
        })
        .collect()
}

fn selection() -> Selection {
    Selection::of_year(2025, day("2026-11-22"))
}

#[test]
fn every_group_has_its_row_and_the_rows_add_up() {
    let mut all = branch(1, Region::Wallonia, 40);
    all[0].demographics.gender = Some(Gender::Another);
    let (total, rows) = table(&all, By::Gender, &selection());
    assert_eq!((total.duos, total.mature, total.positive), (Some(40), Some(40), Some(20)));
    let keys: Vec<_> = rows.iter().map(|row| row.key.as_ref().map_or("-", Slug::as_str)).collect();
    assert_eq!(keys, ["f", "m", "x", "not_said", "-"]);
    // One person said "another": their row is hidden, and the smallest other one with it.
    let duos: Vec<_> = rows.iter().map(|row| row.duos).collect();
    assert_eq!(duos, [None, Some(20), None, Some(0), Some(0)]);
    assert!(rows[2].is_masked());
}

#[test]
fn a_small_branch_is_hidden_with_another_of_its_region() {
    let mut all = branch(1, Region::Wallonia, 40);
    all.extend(branch(2, Region::Wallonia, 3));
    all.extend(branch(3, Region::Wallonia, 20));
    all.extend(branch(4, Region::Brussels, 60));
    let (_, rows) = table(&all, By::Branch, &selection());
    let duos: Vec<_> = rows.iter().map(|row| row.duos).collect();
    // Regions in the order of their list: Brussels first.
    assert_eq!(duos, [Some(60), Some(40), None, None]);
    let shown = places_shown(&all, &selection());
    let of = |place| shown.iter().find(|(it, _)| *it == place).unwrap().1;
    assert!(of(Place::Region(Region::Wallonia)).all);
    assert!(!of(Place::Branch(BranchId(Uuid::from_u128(2)))).all);
}

#[test]
fn sectors_and_languages_are_those_that_occur() {
    let mut all = branch(1, Region::Wallonia, 12);
    all[3].sector = Some("care".parse().unwrap());
    let (_, rows) = table(&all, By::Sector, &selection());
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().all(|row| row.duos.is_none()));
}
