//! A version as it stands on paper: what is printed, copied into web forms, and compared.

use board::{
    cv::{CvKind, CvLang, CvSection},
    id::ItemId,
    world::World,
};

/// A version without its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// CV or letter.
    pub kind: CvKind,
    /// The language it is written in.
    pub lang: CvLang,
    /// The name at the top.
    pub name: String,
    /// How to reach the person.
    pub contact: String,
    /// The few sentences at the top; for a letter, the letter.
    pub profile: String,
    /// The parts that hold something, in the order of printing.
    pub parts: Vec<Part>,
}

/// A part of a CV.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which one.
    pub section: CvSection,
    /// What is in it.
    pub lines: Vec<Line>,
}

/// An entry of a CV.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What.
    pub title: String,
    /// Where.
    pub place: String,
    /// When.
    pub period: String,
    /// What the person did there.
    pub notes: String,
}

impl Sheet {
    /// A version of this person's board; nothing when it is not there.
    #[must_use]
    pub fn read(world: &World, id: ItemId) -> Option<Self> {
        let cv = world.find(id)?.1.as_cv_version()?;
        let mut parts = Vec::<Part>::new();
        for (_, item) in world.cv_entries(id) {
            let Some(entry) = item.as_cv_entry() else { continue };
            let line = Line {
                title: entry.title.text.clone(),
                place: entry.place.text.clone(),
                period: entry.period.text.clone(),
                notes: entry.notes.text.clone(),
            };
            match parts.last_mut().filter(|part| part.section == entry.section) {
                Some(part) => part.lines.push(line),
                None => parts.push(Part { section: entry.section.clone(), lines: vec![line] }),
            }
        }
        Some(Self {
            kind: cv.kind.clone(),
            lang: cv.lang.clone(),
            name: cv.name.text.clone(),
            contact: cv.contact.text.clone(),
            profile: cv.notes.text.clone(),
            parts,
        })
    }

    /// Whether there is nothing to print.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        [&self.name, &self.contact, &self.profile].iter().all(|text| text.is_empty())
            && self.parts.is_empty()
    }

    /// As plain text, for the form of a web page.
    #[must_use]
    pub fn text(&self) -> String {
        let head = joined(&[&self.name, &self.contact], "\n");
        let parts = self.parts.iter().map(|part| {
            // Capitals are the only heading that plain text has.
            let heading = part.section.heading(&self.lang).to_uppercase();
            format!("{heading}\n{}", part.text())
        });
        let all: Vec<String> = [head, self.profile.clone()].into_iter().chain(parts).collect();
        joined(&all, "\n\n")
    }

    /// The text of one part; empty when it holds nothing.
    #[must_use]
    pub fn part_text(&self, section: &CvSection) -> String {
        let part = self.parts.iter().find(|part| part.section == *section);
        part.map(Part::text).unwrap_or_default()
    }
}

impl Part {
    fn text(&self) -> String {
        let lines = self.lines.iter().map(|line| {
            let head = joined(&[&line.title, &line.place, &line.period], ", ");
            joined(&[&head, &line.notes], "\n")
        });
        joined(&lines.collect::<Vec<_>>(), "\n\n")
    }
}

/// What is not empty, with something between.
fn joined(parts: &[impl AsRef<str>], between: &str) -> String {
    let parts = parts.iter().map(AsRef::as_ref).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let line = |title: &str, place: &str, notes: &str| Line {
            title: title.into(),
            place: place.into(),
            period: String::new(),
            notes: notes.into(),
        };
        Sheet {
            kind: CvKind::Cv,
            lang: CvLang::French,
            name: "Asmae B.".into(),
            contact: "Liège".into(),
            profile: String::new(),
            parts: vec![
                Part {
                    section: CvSection::Experience,
                    lines: vec![
                        line("Vendeuse", "Liège", "La caisse.\nLe rayon."),
                        line("Aide", "", ""),
                    ],
                },
                Part {
                    section: CvSection::Languages,
                    lines: vec![line("Arabe", "langue maternelle", "")],
                },
            ],
        }
    }

    #[test]
    fn plain_text_has_no_empty_parts_and_headings_in_the_language_of_the_cv() {
        assert_eq!(
            sheet().text(),
            "Asmae B.\nLiège\n\nEXPÉRIENCE\nVendeuse, Liège\nLa caisse.\nLe rayon.\n\nAide\n\n\
             LANGUES\nArabe, langue maternelle"
        );
        assert_eq!(sheet().part_text(&CvSection::Skills), "");
    }

    #[test]
    fn an_empty_version_is_blank() {
        let blank = Sheet { name: String::new(), contact: String::new(), parts: vec![], ..sheet() };
        assert!(blank.is_blank() && blank.text().is_empty());
        assert!(!sheet().is_blank());
    }
}
