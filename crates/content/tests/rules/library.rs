//! The starter library of sector codes (M22).

use std::collections::BTreeMap;

use content::{ANY_SECTOR, codes, sectors};

#[test]
fn there_are_sixty_cards_over_ten_sectors() {
    assert!(codes().len() >= 60, "{} cards", codes().len());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for card in codes() {
        *counts.entry(card.sector.as_str()).or_default() += 1;
    }
    let sectors = counts.iter().filter(|(sector, count)| **sector != ANY_SECTOR && **count >= 4);
    assert!(sectors.count() >= 10, "{counts:?}");
    assert!(counts[ANY_SECTOR] >= 10, "{counts:?}");
}

#[test]
fn every_card_is_known_once_and_belongs_to_a_sector() {
    super::assert_unique(codes().iter().map(|card| card.id.as_str()));
    for card in codes() {
        let known = sectors().iter().any(|sector| sector.id == card.sector);
        assert!(known || card.sector.as_str() == ANY_SECTOR, "{}", card.id);
    }
}

#[test]
fn a_situation_is_named_in_a_few_words() {
    for card in codes() {
        for (lang, words) in card.words.each() {
            let count = words.situation.split_whitespace().count();
            assert!(count <= 10, "{} {lang}: {count}", card.id);
        }
    }
}
