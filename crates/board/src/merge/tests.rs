//! Cases people meet, and properties over random texts.

use super::*;
use proptest::prelude::*;

#[track_caller]
fn check(base: &str, current: &str, incoming: &str, expected: Option<&str>) {
    let expected = expected.map_or(Merged::Clash, |text| Merged::Clean(text.to_owned()));
    assert_eq!(merge(base, current, incoming), expected);
    assert_eq!(merge(base, incoming, current), expected, "the order must not matter");
}

#[test]
fn keeps_both_when_places_differ() {
    let base = "Appeler la crèche lundi matin avant dix heures";
    check(
        base,
        "Appeler la crèche Les Lutins lundi matin avant dix heures",
        "Appeler la crèche lundi matin avant onze heures",
        Some("Appeler la crèche Les Lutins lundi matin avant onze heures"),
    );
}

#[test]
fn asks_when_places_touch() {
    check("", "Demander madame Peeters.", "Demander l’horaire.", None);
    check("un deux", "un deux trois", "un deux quatre", None);
    check("un deux trois", "un 2 trois", "un deux 3", None);
    check("un deux", "", "un deux trois", None);
}

#[test]
fn one_sided_edits_are_no_conflict() {
    check("a b", "a b", "a c", Some("a c"));
    check("a b", "a c", "a c", Some("a c"));
}

proptest! {
    /// I4: every word that either side put in is in a clean merge.
    #[test]
    fn a_clean_merge_loses_no_inserted_word(
        base in "([a-d] ){0,8}", current in "([a-h] ){0,8}", incoming in "([a-d|w-z] ){0,8}"
    ) {
        if let Merged::Clean(text) = merge(&base, &current, &incoming)
            && current != base && incoming != base
        {
            for side in [&current, &incoming] {
                for word in side.split_whitespace().filter(|word| !base.contains(word)) {
                    prop_assert!(text.contains(word), "{word} is missing from {text:?}");
                }
            }
        }
    }

    /// Both sides reach the same text, whichever arrived first.
    #[test]
    fn order_does_not_matter(base in "([a-c]{1,2}[ \n]){0,6}", a in "([a-c]{1,2}[ \n]){0,6}", b in "([a-c]{1,2}[ \n]){0,6}") {
        if a != b {
            prop_assert_eq!(merge(&base, &a, &b), merge(&base, &b, &a));
        }
    }

    /// Splitting into words loses nothing.
    #[test]
    fn words_concatenate_to_the_text(text in "\\PC{0,40}") {
        prop_assert_eq!(words(&text).concat(), text);
    }
}
