//! The voice of the product, held against every text: short sentences, no word that blames.

use std::{fs, path::Path};

use crate::catalogue;

/// What people with a short breath can read in one go.
const LONGEST_SENTENCE: usize = 12;

const BANNED: [(&str, &[&str]); 3] = [
    ("fr", &["veuillez", "invalide", "obligatoire", "oups", "interdit", "erroné", "échou"]),
    ("nl", &["gelieve", "ongeldig", "verplicht", "oeps", "verboden", "foutief"]),
    ("en", &["please", "sorry", "invalid", "forbidden", "illegal", "oops", "you forgot"]),
];

fn for_each_text(mut check: impl FnMut(&str, &str, &str)) {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let entries = fs::read_dir(&locales).expect("the repository holds the texts");
    let parts = entries.map(|entry| entry.expect("a folder can be read").path());
    let folders: Vec<_> = parts.filter(|path| path.is_dir()).chain([locales.clone()]).collect();
    for tag in ["fr", "nl", "en"] {
        for folder in &folders {
            let path = folder.join(format!("{tag}.toml"));
            let source = fs::read_to_string(path).expect("every folder holds every language");
            let sources = [(catalogue::Part::First, source)];
            let language = catalogue::parse(tag, &sources).expect("the build has read it too");
            for ((_, key), text) in &language.texts {
                for form in text.forms() {
                    check(tag, key, form);
                }
            }
        }
    }
}

#[test]
fn sentences_are_short() {
    let mut long = Vec::new();
    for_each_text(|tag, key, text| {
        for sentence in text.split(['.', '?', '!', ':', '\n', ';']) {
            let count = sentence.split_whitespace().filter(|word| is_word(word)).count();
            if count > LONGEST_SENTENCE {
                long.push(format!("{tag} {key}: {count} words: {sentence}"));
            }
        }
    });
    assert!(long.is_empty(), "{}", long.join("\n"));
}

/// French puts spaces around « » and –, which nobody reads.
fn is_word(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric)
}

#[test]
fn no_word_blames() {
    let mut found = Vec::new();
    for_each_text(|tag, key, text| {
        let lower = text.to_lowercase();
        let (_, banned) = BANNED.iter().find(|(known, _)| *known == tag).unwrap();
        for word in banned.iter().filter(|word| has_word_from(&lower, word)) {
            found.push(format!("{tag} {key}: {word}"));
        }
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Whether a word begins like this: a stem stands for all its forms.
fn has_word_from(text: &str, stem: &str) -> bool {
    let mut places = text.match_indices(stem).map(|(place, _)| place);
    places.any(|place| !text[..place].ends_with(char::is_alphanumeric))
}

#[test]
fn french_uses_its_own_signs() {
    let mut found = Vec::new();
    for_each_text(|tag, key, text| {
        if text.contains("...") || text.contains('\'') {
            found.push(format!("{tag} {key}: straight quote or three dots: {text}"));
        }
        if tag == "fr"
            && [" ?", " !", " :", " ;", " »", "« "].iter().any(|sign| text.contains(sign))
        {
            found.push(format!("fr {key}: a breaking space before a sign: {text}"));
        }
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}
