//! The texts as the app will show them: every language whole, plural forms right.

use words::{COUNT, Catalogue, Key, Lang, fill, text};

fn catalogue(lang: Lang) -> Catalogue {
    Catalogue::parse(text(lang)).expect("the texts belong to this build")
}

#[test]
fn every_language_has_every_text() {
    for lang in Lang::ALL {
        assert_eq!(text(lang).lines().count(), COUNT, "{lang:?}");
        assert!(text(lang).lines().all(|line| !line.trim().is_empty()), "{lang:?}");
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
        let catalogue = catalogue(lang);
        let filled = fill(catalogue.plural(Key::StateWaiting, category), &[("n", "3")]);
        assert_eq!(filled, expected, "{lang:?} {category}");
    }
}

#[test]
fn lines_of_a_text_come_back() {
    for lang in Lang::ALL {
        assert_eq!(catalogue(lang).get(Key::DuoSlipSteps).lines().count(), 3, "{lang:?}");
    }
}

/// The ceiling for one language is 8 KB on the wire; brotli brings texts like these to a third.
#[test]
fn a_language_stays_small() {
    for lang in Lang::ALL {
        assert!(text(lang).len() < 20_000, "{lang:?}: {} bytes", text(lang).len());
    }
}
