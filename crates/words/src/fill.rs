//! Puts values in the places of a sentence.

/// First-strong isolate: a name in another script then cannot turn the sentence around.
const ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

/// Replaces each `{name}` by its value; a name without a value stays as it is.
///
/// Values with letters are isolated from the direction of the sentence. Numbers are left bare.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let place = after.split_once('}').and_then(|(name, tail)| {
            let value = values.iter().find(|(known, _)| *known == name)?.1;
            Some((value, tail))
        });
        let Some((value, tail)) = place else {
            filled.push('{');
            rest = after;
            continue;
        };
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

#[cfg(test)]
mod tests {
    use super::*;

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
