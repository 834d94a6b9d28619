//! Puts values in the places of a sentence.

/// First-strong isolate: a name in another script then cannot turn the sentence around.
const ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

/// Replaces each `{name}` by its value; a name without a value stays as it is.
///
/// `{de:name}` puts a little word before it that gives its last letter away before a vowel: "de
/// Cécile", "d’Asmae". French alone needs it; the other languages write `{name}` in its place.
///
/// Values with letters are isolated from the direction of the sentence. Numbers are left bare.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let place = after.split_once('}').and_then(|(name, tail)| {
            let (word, name) = name.split_once(':').unwrap_or(("", name));
            let value = values.iter().find(|(known, _)| *known == name)?.1;
            Some((word, value, tail))
        });
        let Some((word, value, tail)) = place else {
            filled.push('{');
            rest = after;
            continue;
        };
        match word.strip_suffix('e').filter(|_| elides(value)) {
            Some(stem) => filled.extend([stem, "’"]),
            None if word.is_empty() => {}
            None => filled.extend([word, " "]),
        }
        if value.chars().any(char::is_alphabetic) {
            filled.push(ISOLATE);
            filled.push_str(value);
            filled.push(POP_ISOLATE);
        } else {
            filled.push_str(value);
        }
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

/// Whether French runs its little words into this one. A `y` counts as a vowel before a consonant
/// alone: "d’Yves", "de Yusuf". Before the `h` of a name both are written; "d’" is said more often.
fn elides(value: &str) -> bool {
    // Both cases by hand: the table of all small letters would cost the first visit 4 KB.
    const VOWELS: &str = "aàáâäåæeèéêëiìíîïoòóôöœuùúûüAÀÁÂÄÅÆEÈÉÊËIÌÍÎÏOÒÓÔÖŒUÙÚÛÜ";
    let is_vowel = |letter: char| VOWELS.contains(letter);
    let mut letters = value.chars();
    match (letters.next(), letters.next()) {
        (Some('h' | 'H'), _) => true,
        (Some('y' | 'Y'), second) => second.is_some_and(|letter| !is_vowel(letter)),
        (first, _) => first.is_some_and(is_vowel),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_little_word_gives_its_letter_away_before_a_vowel() {
        let said = |text, name| fill(text, &[("name", name)]).replace([ISOLATE, POP_ISOLATE], "");
        for (name, of) in [
            ("Asmae", "d’Asmae"),
            ("Élodie", "d’Élodie"),
            ("Hélène", "d’Hélène"),
            ("Yves", "d’Yves"),
            ("Cécile", "de Cécile"),
            ("Yusuf", "de Yusuf"),
            ("أسماء", "de أسماء"),
            ("", "de "),
        ] {
            assert_eq!(said("{de:name}", name), of);
        }
        assert_eq!(said("Ce {que:name} peut voir", "Asmae"), "Ce qu’Asmae peut voir");
        assert_eq!(fill("{de:nobody}", &[]), "{de:nobody}");
    }

    #[test]
    fn names_are_isolated_and_numbers_are_not() {
        assert_eq!(fill("Bonjour {name}", &[("name", "أسماء")]), "Bonjour \u{2068}أسماء\u{2069}");
        assert_eq!(fill("{n} étapes", &[("n", "12")]), "12 étapes");
    }

    #[test]
    fn a_value_is_never_read_as_a_place() {
        assert_eq!(fill("{a}{b}", &[("a", "{b}"), ("b", "2")]), "\u{2068}{b}\u{2069}2");
    }

    #[test]
    fn unknown_places_stay_visible() {
        assert_eq!(fill("{x} { y", &[]), "{x} { y");
    }
}
