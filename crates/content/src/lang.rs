//! The same thing in the three languages of the programme, side by side.

use serde::Deserialize;

/// One thing in French, Dutch and English. A missing language does not parse.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByLang<T> {
    /// French.
    pub fr: T,
    /// Dutch.
    pub nl: T,
    /// English.
    pub en: T,
}

/// A text in the three languages.
pub type Text = ByLang<String>;

impl<T> ByLang<T> {
    /// In this language (`nl`, `nl-BE`); in French, the source, for any other.
    #[must_use]
    pub fn in_lang(&self, lang: &str) -> &T {
        match lang.split(['-', '_']).next() {
            Some("nl") => &self.nl,
            Some("en") => &self.en,
            _ => &self.fr,
        }
    }

    /// Every language with its tag, French first.
    #[must_use]
    pub fn each(&self) -> [(&'static str, &T); 3] {
        [("fr", &self.fr), ("nl", &self.nl), ("en", &self.en)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_language_reads_french() {
        let text = ByLang { fr: "oui", nl: "ja", en: "yes" };
        for (lang, expected) in [
            ("fr", "oui"),
            ("nl", "ja"),
            ("nl-BE", "ja"),
            ("en_GB", "yes"),
            ("ar", "oui"),
            ("", "oui"),
        ] {
            assert_eq!(*text.in_lang(lang), expected, "{lang}");
        }
    }
}
