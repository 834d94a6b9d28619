//! What the parts of a CV are called on paper: in the language of the CV, whoever reads it in
//! whichever language of the app.

use super::{CvLang, CvSection};

impl CvSection {
    /// The heading of this part in a CV in that language; French for a language of a newer
    /// version.
    #[must_use]
    pub fn heading(&self, lang: &CvLang) -> &'static str {
        let [french, dutch, english, german] = match self {
            Self::Experience => ["Expérience", "Ervaring", "Experience", "Berufserfahrung"],
            Self::Education => ["Formation", "Opleiding", "Education", "Ausbildung"],
            Self::Skills => ["Compétences", "Vaardigheden", "Skills", "Kenntnisse"],
            Self::Languages => ["Langues", "Talen", "Languages", "Sprachen"],
            Self::Interests | Self::Other(_) => [
                "Engagement et loisirs",
                "Engagement en interesses",
                "Interests",
                "Engagement und Interessen",
            ],
        };
        match lang {
            CvLang::French | CvLang::Other(_) => french,
            CvLang::Dutch => dutch,
            CvLang::English => english,
            CvLang::German => german,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_a_heading_of_its_own_in_every_language() {
        for lang in CvLang::ALL {
            let mut headings: Vec<_> = CvSection::ALL.iter().map(|it| it.heading(lang)).collect();
            headings.sort_unstable();
            headings.dedup();
            assert_eq!(headings.len(), CvSection::ALL.len(), "{lang:?}");
        }
        assert_eq!(CvSection::Education.heading(&CvLang::German), "Ausbildung");
    }
}
