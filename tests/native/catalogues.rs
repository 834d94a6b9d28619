//! The texts as the app will show them: every language whole, plural forms right.

use words::{COUNTS, Catalogue, Key, Lang, Part, fill, text};

#[test]
fn every_language_has_every_text() {
    for lang in Lang::ALL {
        for part in Part::ALL {
            let text = text(lang, part);
            assert_eq!(text.lines().count(), COUNTS[part as usize], "{lang:?} {part:?}");
            assert!(text.lines().all(|line| !line.trim().is_empty()), "{lang:?} {part:?}");
        }
    }
}

#[test]
fn plural_forms_are_sentences_of_their_own() {
    let cases = [
        (Lang::Fr, "one", "Un changement attend le réseau"),
        (Lang::Fr, "many", "3 changements attendent le réseau"),
        (Lang::Nl, "other", "3 wijzigingen wachten op netwerk"),
        (Lang::En, "one", "One change waits for the network"),
    ];
    for (lang, category, expected) in cases {
        let catalogue = Catalogue::whole(lang);
        let filled = fill(catalogue.plural(Key::StateWaiting, category), &[("n", "3")]);
        assert_eq!(filled, expected, "{lang:?} {category}");
    }
}

#[test]
fn lines_of_a_text_come_back() {
    for lang in Lang::ALL {
        assert_eq!(Catalogue::whole(lang).get(Key::DuoSlipSteps).lines().count(), 3, "{lang:?}");
    }
}
