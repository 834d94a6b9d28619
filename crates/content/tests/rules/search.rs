//! The search: what people type is found, whatever their spelling.

use content::{Field, distance, find_occupations, fold, occupations, search};
use proptest::prelude::*;

fn first(query: &str, lang: &str) -> &'static str {
    find_occupations(query, lang, 5).first().map_or("nothing", |found| found.id.as_str())
}

#[test]
fn everyday_spellings_find_the_occupation() {
    for (query, lang, occupation) in [
        ("infirmiere", "fr", "nurse"),
        ("INFIRMIÈRE", "fr", "nurse"),
        ("infirmié", "fr", "nurse"),
        ("plonbier", "fr", "plumber"),
        ("macon", "fr", "bricklayer"),
        ("électricen", "fr", "electrician"),
        ("chauffeur camion", "fr", "truck-driver"),
        ("femme de chambre", "fr", "hotel-cleaner"),
        ("titres services", "fr", "home-cleaner"),
        ("puericultrice", "fr", "childcare-worker"),
        ("kiné", "fr", "physiotherapist"),
        ("cariste", "fr", "forklift-driver"),
        ("soudur", "fr", "welder"),
        ("je cherche cuisinier", "fr", "cook"),
        ("verpleegkundig", "nl", "nurse"),
        ("vrachtwagen", "nl", "truck-driver"),
        ("kook", "nl", "cook"),
        ("loodgeiter", "nl", "plumber"),
        ("dienstencheques", "nl", "home-cleaner"),
        ("forklift", "en", "forklift-driver"),
        ("brick layer", "en", "bricklayer"),
        ("sagefemme", "fr", "midwife"),
        ("un travail de cuisinier", "fr", "cook"),
        ("RH", "fr", "hr-officer"),
        ("plumer", "en", "plumber"),
        ("boulanger", "nl", "baker"),
    ] {
        let found = find_occupations(query, lang, 5);
        let ids: Vec<_> = found.iter().map(|found| found.id.as_str()).collect();
        assert!(ids.iter().take(3).any(|id| *id == occupation), "{query}: {ids:?}");
    }
}

#[test]
fn the_same_word_comes_first_and_slips_are_only_forgiven_when_nothing_fits() {
    let names = ["sodeur", "soudeuse", "soudeurs d’acier", "soudeur chef", "soudeur"];
    let find = |query| search(query, &names, 9, |name| vec![Field::Name(name)]);
    assert_eq!(find("soudeur"), [&"soudeur", &"soudeur chef", &"soudeurs d’acier"]);
    assert_eq!(find("soudreur").len(), 5);
    assert_eq!(find("odeur"), [&"sodeur"]);
}

#[test]
fn nonsense_finds_nothing_and_nothing_typed_shows_the_list() {
    assert!(find_occupations("qzxwvj", "fr", 10).is_empty());
    assert!(find_occupations("12345", "fr", 10).is_empty());
    for blank in ["", "  ", "?!", "’"] {
        assert_eq!(find_occupations(blank, "fr", 7).len(), 7, "{blank:?}");
    }
    assert!(find_occupations("cuisine", "fr", 0).is_empty());
}

/// Accents and capitals as somebody else might write them.
fn otherwise(text: &str) -> String {
    text.chars().map(|c| if c == 'e' { 'É' } else { c.to_ascii_uppercase() }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_name_finds_its_occupation(index in 0..occupations().len(), lang in 0..3usize) {
        let occupation = &occupations()[index];
        let (lang, name) = occupation.name.each()[lang];
        let found = find_occupations(name, lang, 3);
        prop_assert!(found.iter().any(|it| it.id == occupation.id), "{}", name);
        prop_assert_eq!(found, find_occupations(&otherwise(name), lang, 3));
    }

    #[test]
    fn one_slip_in_a_long_word_is_forgiven(index in 0..occupations().len(), at in 0..40usize) {
        let name = &occupations()[index].name.fr;
        let word = fold(name.split([' ', ',']).next().unwrap());
        prop_assume!(word.chars().count() >= 5);
        let mut letters: Vec<char> = word.chars().collect();
        letters.remove(at % letters.len());
        let slip: String = letters.into_iter().collect();
        let names = [name.as_str()];
        prop_assert_eq!(search(&slip, &names, 1, |name| vec![Field::Name(name)]).len(), 1);
    }

    #[test]
    fn the_beginning_of_a_word_is_enough(index in 0..occupations().len(), length in 1..12usize) {
        let name = &occupations()[index].name.nl;
        let begun: String = name.split(' ').next().unwrap().chars().take(length).collect();
        let names = [name.as_str()];
        prop_assert_eq!(search(&begun, &names, 1, |name| vec![Field::Name(name)]).len(), 1);
    }

    #[test]
    fn anything_may_be_typed(query in ".{0,200}", limit in 0..30usize) {
        prop_assert!(find_occupations(&query, "fr", limit).len() <= limit);
    }

}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in ".{0,60}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn slips_are_the_same_both_ways(one in "[a-d]{0,8}", other in "[a-d]{0,8}") {
        let slips = distance(&one, &other);
        prop_assert_eq!(slips, distance(&other, &one));
        prop_assert_eq!(slips == 0, one == other);
        prop_assert!(slips <= one.len().max(other.len()));
        prop_assert!(slips >= one.len().abs_diff(other.len()));
        prop_assert_eq!(slips, distance(&format!("x{one}"), &format!("x{other}")));
    }
}

#[test]
fn the_first_answers_are_the_obvious_ones() {
    assert_eq!(first("chauffeur de bus", "fr"), "bus-driver");
    assert_eq!(first("bakker", "nl"), "baker");
    assert_eq!(first("nurse", "en"), "nurse");
    assert_eq!(first("coiffeur", "fr"), "hairdresser");
    assert_eq!(first("schilder", "nl"), "painter");
}

#[test]
fn only_what_misses_the_fewest_words_is_shown() {
    let ids: Vec<_> =
        find_occupations("chauffeur de bus", "fr", 9).iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["bus-driver"]);
}
