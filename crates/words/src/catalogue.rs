//! The texts of one language in memory, looked up by key.

use crate::{COUNTS, Key, Part};

/// Stands between the plural forms of one text, as in `build/catalogue.rs`.
const FORM_SEPARATOR: char = '\u{1f}';

/// The texts of one language, part by part as they arrive.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    parts: [Vec<Box<str>>; 5],
}

impl Catalogue {
    /// Takes in the text file of a part; false when it belongs to another version of the product.
    pub fn add(&mut self, part: Part, file: &str) -> bool {
        let lines: Vec<Box<str>> =
            file.lines().map(|line| line.replace("\\n", "\n").into()).collect();
        let fits = lines.len() == COUNTS[part as usize];
        if fits {
            self.parts[part as usize] = lines;
        }
        fits
    }

    /// Whether a part has arrived.
    #[must_use]
    pub fn has(&self, part: Part) -> bool {
        self.parts[part as usize].len() == COUNTS[part as usize]
    }

    /// The text; of a plural text, the form for "other".
    #[must_use]
    pub fn get(&self, key: Key) -> &str {
        self.plural(key, "other")
    }

    /// The form for a CLDR category as `Intl.PluralRules` names it.
    #[must_use]
    pub fn plural(&self, key: Key, category: &str) -> &str {
        let (part, place) = part_of(key);
        let line = self.parts[part as usize].get(place).map_or("", |line| line);
        let (first, rest) = line.split_once(FORM_SEPARATOR).unwrap_or((line, line));
        let (middle, last) = rest.split_once(FORM_SEPARATOR).unwrap_or((rest, rest));
        match category {
            "one" => first,
            "many" => middle,
            _ => last,
        }
    }

    /// The form for `n` things, in the category of that number. French counts none as one: "0 point".
    /// A form that says "un" in letters would then lie, and the one with the number is taken.
    #[must_use]
    pub fn counted(&self, key: Key, n: u64, category: &str) -> &str {
        let found = self.plural(key, category);
        if n == 0 && !found.contains("{n}") { self.get(key) } else { found }
    }
}

/// The part of a key, and its place there.
fn part_of(key: Key) -> (Part, usize) {
    let mut place = key as usize;
    for part in Part::ALL {
        if place < COUNTS[part as usize] {
            return (part, place);
        }
        place -= COUNTS[part as usize];
    }
    (Part::Server, place)
}

impl Key {
    /// With which pages the text travels.
    #[must_use]
    pub fn part(self) -> Part {
        part_of(self).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_first(line: &str) -> Catalogue {
        let mut file = format!("{line}\n");
        file.push_str(&"x\n".repeat(COUNTS[0] - 1));
        let mut catalogue = Catalogue::default();
        assert!(catalogue.add(Part::First, &file));
        catalogue
    }

    /// The variant that `with_first` fills: the first in alphabetical order.
    fn first() -> Key {
        Key::ActionAdd
    }

    #[test]
    fn forms_follow_the_category() {
        let three = with_first("a\u{1f}b\u{1f}c");
        assert_eq!(first() as usize, 0);
        assert_eq!(three.plural(first(), "one"), "a");
        assert_eq!(three.plural(first(), "many"), "b");
        assert_eq!(three.plural(first(), "other"), "c");
        let two = with_first("a\u{1f}c");
        assert_eq!(two.plural(first(), "one"), "a");
        assert_eq!(two.plural(first(), "many"), "c");
        assert_eq!(two.get(first()), "c");
        assert_eq!(with_first("plain").plural(first(), "one"), "plain");
    }

    #[test]
    fn none_is_never_said_to_be_one() {
        let in_letters = with_first("one duo\u{1f}{n} duos");
        assert_eq!(in_letters.counted(first(), 0, "one"), "{n} duos");
        assert_eq!(in_letters.counted(first(), 1, "one"), "one duo");
        let in_digits = with_first("{n} point\u{1f}{n} points");
        assert_eq!(in_digits.counted(first(), 0, "one"), "{n} point");
        assert_eq!(in_digits.counted(first(), 0, "other"), "{n} points");
    }

    #[test]
    fn newlines_come_back() {
        assert_eq!(with_first("a\\nb").get(first()), "a\nb");
    }

    #[test]
    fn a_file_of_another_version_is_refused() {
        let mut catalogue = Catalogue::default();
        assert!(!catalogue.add(Part::First, "one line\n"));
        assert!(!catalogue.has(Part::First));
        assert_eq!(catalogue.get(first()), "");
    }
}
