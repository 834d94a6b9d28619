//! Finds the line with the headings, in French, Dutch or English. A heading is known when every
//! word of it is: "Prénom de la mentee" is, "E-mail de la mentee" is not.

use super::{Cell, Line};
use board::protocol::imports::ImportColumn;
use content::fold;

/// Lines above the headings: a title, a date, an empty line.
const ABOVE_MAX: usize = 10;
/// Longest heading that is told as left out, in characters.
const SHOWN_MAX: usize = 60;

/// Where the headings are, and which column is where.
pub(super) struct Table {
    /// Index of the first line below the headings.
    pub(super) first: usize,
    places: Vec<(ImportColumn, usize)>,
    /// Headings that mean nothing here.
    pub(super) unused: Vec<String>,
}

impl Table {
    /// The columns that were found, in the order of the file.
    pub(super) fn found(&self) -> Vec<ImportColumn> {
        self.places.iter().map(|(column, _)| *column).collect()
    }

    /// What stands in a column of a line.
    pub(super) fn cell<'a>(&self, cells: &'a [Cell], column: ImportColumn) -> &'a Cell {
        let place = self.places.iter().find(|(known, _)| *known == column);
        place.and_then(|(_, index)| cells.get(*index)).unwrap_or(&Cell::Empty)
    }
}

/// The headings are the first line that names both people.
pub(super) fn find(lines: &[Line]) -> Option<Table> {
    lines.iter().take(ABOVE_MAX).enumerate().find_map(|(index, (_, cells))| {
        let (mut places, mut unused) = (Vec::<(ImportColumn, usize)>::new(), Vec::new());
        for (place, cell) in cells.iter().enumerate() {
            let Cell::Text(heading) = cell else { continue };
            match meaning(heading) {
                // The same heading twice: the first one counts.
                Some(column) if places.iter().all(|(known, _)| *known != column) => {
                    places.push((column, place));
                }
                _ => unused.push(heading.chars().take(SHOWN_MAX).collect()),
            }
        }
        let has = |column| places.iter().any(|(known, _)| *known == column);
        (has(ImportColumn::MenteeName) && has(ImportColumn::MentorName)).then_some(Table {
            first: index + 1,
            places,
            unused,
        })
    })
}

/// What a word of a heading is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Mentee,
    Mentor,
    Language,
    Other(ImportColumn),
    /// Says nothing by itself.
    Filling,
}

fn meaning(heading: &str) -> Option<ImportColumn> {
    let folded = fold(heading);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.map(word).collect::<Option<Vec<_>>>()?;
    let has = |wanted| words.contains(&wanted);
    let others = words.iter().filter_map(|word| match word {
        Word::Other(column) => Some(*column),
        _ => None,
    });
    let mut others = others.collect::<Vec<_>>();
    others.dedup();
    match (has(Word::Mentee), has(Word::Mentor), has(Word::Language), &others[..]) {
        (true, false, false, []) => Some(ImportColumn::MenteeName),
        (true, false, true, []) => Some(ImportColumn::MenteeLang),
        (false, true, false, []) => Some(ImportColumn::MentorName),
        (false, true, true, []) => Some(ImportColumn::MentorLang),
        // "Secteur de la mentee" is the sector.
        (_, false, false, [column]) => Some(*column),
        _ => None,
    }
}

fn word(word: &str) -> Option<Word> {
    use ImportColumn::{Branch, Cadence, Coordinator, PlannedEnd, Sector, Start};
    Some(match word {
        "mentee" | "mentees" | "jeune" | "jongere" | "mente" | "mentoree" => Word::Mentee,
        "mentor" | "mentors" | "mentore" | "mentrice" | "benevole" | "vrijwilliger"
        | "volunteer" => Word::Mentor,
        "langue" | "taal" | "language" | "lang" => Word::Language,
        "antenne" | "afdeling" | "branch" | "agence" | "regio" | "ville" | "stad" => {
            Word::Other(Branch)
        }
        "debut" | "demarrage" | "start" | "startdatum" | "begin" | "begindatum" => {
            Word::Other(Start)
        }
        "fin" | "einde" | "einddatum" | "end" => Word::Other(PlannedEnd),
        "rythme" | "cadence" | "ritme" | "rhythm" | "frequence" | "frequentie" | "jours"
        | "dagen" | "days" => Word::Other(Cadence),
        "secteur" | "sector" => Word::Other(Sector),
        "coordinateur" | "coordinatrice" | "coordination" | "coordinator" | "referent"
        | "referente" => Word::Other(Coordinator),
        "nom" | "prenom" | "naam" | "voornaam" | "name" | "first" | "pseudonyme" | "date"
        | "datum" | "de" | "du" | "des" | "la" | "le" | "l" | "d" | "ou" | "van" | "het" | "of"
        | "the" | "for" | "pour" | "voor" | "prevue" | "prevu" | "gepland" | "geplande"
        | "planned" | "cible" | "doel" | "en" | "et" | "and" | "rencontres" | "meetings" | "s" => {
            Word::Filling
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_three_languages() {
        for (heading, column) in [
            ("Prénom de la mentee", Some(ImportColumn::MenteeName)),
            ("Prénom de la mentee ou du mentee", Some(ImportColumn::MenteeName)),
            ("mentee", Some(ImportColumn::MenteeName)),
            ("Taal van de mentor", Some(ImportColumn::MentorLang)),
            ("mentee_lang", Some(ImportColumn::MenteeLang)),
            ("Naam mentor", Some(ImportColumn::MentorName)),
            ("DATE DE DÉBUT", Some(ImportColumn::Start)),
            ("Geplande einddatum", Some(ImportColumn::PlannedEnd)),
            ("Planned end", Some(ImportColumn::PlannedEnd)),
            ("Rythme (jours)", Some(ImportColumn::Cadence)),
            ("Coördinator", Some(ImportColumn::Coordinator)),
            ("E-mail de la mentee", None),
            ("Langue", None),
            ("Mentor et mentee", None),
            ("", None),
        ] {
            assert_eq!(meaning(heading), column, "{heading}");
        }
    }
}
