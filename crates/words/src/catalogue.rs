//! The texts of one language in memory, looked up by key.

use crate::{COUNT, Key};

/// Stands between the plural forms of one text, as in `build/catalogue.rs`.
const FORM_SEPARATOR: char = '\u{1f}';

/// All texts of one language.
#[derive(Clone, Debug)]
pub struct Catalogue {
    lines: Vec<Box<str>>,
}

impl Catalogue {
    /// Reads a text file; `None` when it belongs to another version of the product.
    #[must_use]
    pub fn parse(file: &str) -> Option<Self> {
        let lines: Vec<Box<str>> =
            file.lines().map(|line| line.replace("\\n", "\n").into()).collect();
        (lines.len() == COUNT).then_some(Self { lines })
    }

    /// The text; of a plural text, the form for "other".
    #[must_use]
    pub fn get(&self, key: Key) -> &str {
        self.plural(key, "other")
    }

    /// The form for a CLDR category as `Intl.PluralRules` names it.
    #[must_use]
    pub fn plural(&self, key: Key, category: &str) -> &str {
        let line = &*self.lines[key as usize];
        let (first, rest) = line.split_once(FORM_SEPARATOR).unwrap_or((line, line));
        let (middle, last) = rest.split_once(FORM_SEPARATOR).unwrap_or((rest, rest));
        match category {
            "one" => first,
            "many" => middle,
            _ => last,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_first(line: &str) -> Catalogue {
        let mut file = format!("{line}\n");
        file.push_str(&"x\n".repeat(COUNT - 1));
        Catalogue::parse(&file).unwrap()
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
    fn newlines_come_back() {
        assert_eq!(with_first("a\\nb").get(first()), "a\nb");
    }

    #[test]
    fn a_file_of_another_version_is_refused() {
        assert!(Catalogue::parse("one line\n").is_none());
    }
}
