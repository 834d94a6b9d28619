//! Sectors, occupations and shortage lists.

use content::{nace, occupations, sectors, shortage_lists, shortages_of};

#[test]
fn every_sector_stands_on_codes_that_exist() {
    assert!(sectors().len() >= 10, "{} sectors", sectors().len());
    super::assert_unique(sectors().iter().map(|sector| sector.id.as_str()));
    for sector in sectors() {
        assert!(!sector.nace_divisions.is_empty(), "{}", sector.id);
        let mut expected: Vec<&str> = sector
            .nace_divisions
            .iter()
            .map(|code| nace().divisions.iter().find(|division| division.code == *code).unwrap())
            .map(|division| division.section.as_str())
            .collect();
        expected.sort_unstable();
        expected.dedup();
        assert_eq!(sector.nace_sections, expected, "{}", sector.id);
    }
}

#[test]
fn every_official_label_is_used() {
    super::assert_unique(nace().sections.iter().map(|section| section.code.as_str()));
    super::assert_unique(nace().divisions.iter().map(|division| division.code.as_str()));
    for division in &nace().divisions {
        assert!(sectors().iter().any(|sector| sector.nace_divisions.contains(&division.code)));
        assert!(nace().sections.iter().any(|section| section.code == division.section));
    }
}

#[test]
fn every_occupation_has_a_sector_and_a_code() {
    assert!(occupations().len() >= 150, "{} occupations", occupations().len());
    super::assert_unique(occupations().iter().map(|occupation| occupation.id.as_str()));
    for occupation in occupations() {
        let id = &occupation.id;
        assert!(sectors().iter().any(|sector| sector.id == occupation.sector), "{id}");
        assert!(matches!(occupation.isco.len(), 3 | 4), "{id}");
        assert!(occupation.isco.chars().all(|c| c.is_ascii_digit()), "{id}");
        for (lang, words) in occupation.also.each() {
            assert!(words.len() <= 3, "{id} {lang}");
        }
    }
    for sector in sectors() {
        let count = occupations().iter().filter(|it| it.sector == sector.id).count();
        assert!(count >= 1, "{}", sector.id);
    }
}

#[test]
fn every_shortage_says_where_when_and_who() {
    for list in shortage_lists() {
        assert!((2020..=2026).contains(&list.year), "{}", list.source);
        assert!(list.source.contains(&list.year.to_string()), "{}", list.source);
        assert!(!list.read_in.is_empty(), "{}", list.source);
        super::assert_unique(list.occupations.iter().map(board::slug::Slug::as_str));
        for id in &list.occupations {
            assert!(occupations().iter().any(|occupation| occupation.id == *id), "{id}");
        }
    }
    super::assert_unique(shortage_lists().iter().map(|list| list.source.as_str()));
}

#[test]
fn the_newest_list_of_each_region_speaks() {
    let nurse = shortages_of("nurse");
    let years: Vec<_> = nurse.iter().map(|list| (list.region.as_str(), list.year)).collect();
    assert_eq!(years, [("brussels", 2024), ("wallonia", 2023), ("flanders", 2023)]);
    assert!(shortages_of("lawyer").is_empty());
}
