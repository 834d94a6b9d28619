//! The questions of each part of a CV: a language has a level where a job has an employer.

use board::{cv::CvSection, op::TextField};
use words::Key;

/// The texts that an entry of this part has, in the order in which they are asked.
#[must_use]
pub fn fields(section: &CvSection) -> &'static [TextField] {
    match section {
        CvSection::Experience | CvSection::Education => {
            &[TextField::Title, TextField::Place, TextField::Period, TextField::Notes]
        }
        CvSection::Languages => &[TextField::Title, TextField::Place],
        _ => &[TextField::Title, TextField::Notes],
    }
}

/// What is asked for a text of an entry.
#[must_use]
pub fn field_label(section: &CvSection, field: &TextField) -> Key {
    match (section, field) {
        (CvSection::Experience, TextField::Title) => Key::CvFieldJob,
        (CvSection::Education, TextField::Title) => Key::CvFieldStudy,
        (CvSection::Skills, TextField::Title) => Key::CvFieldSkill,
        (CvSection::Languages, TextField::Title) => Key::CvFieldLanguage,
        (_, TextField::Title) => Key::CvFieldInterest,
        (CvSection::Education, TextField::Place) => Key::CvFieldSchool,
        (CvSection::Languages, TextField::Place) => Key::CvFieldLevel,
        (_, TextField::Place) => Key::CvFieldPlace,
        (_, TextField::Period) => Key::CvFieldPeriod,
        (CvSection::Experience, _) => Key::CvFieldDid,
        _ => Key::CvFieldMore,
    }
}

/// An example of an answer.
#[must_use]
pub fn field_hint(section: &CvSection, field: &TextField) -> Key {
    match (section, field) {
        (CvSection::Experience, TextField::Title) => Key::CvHintJob,
        (CvSection::Education, TextField::Title) => Key::CvHintStudy,
        (CvSection::Skills, TextField::Title) => Key::CvHintSkill,
        (CvSection::Languages, TextField::Title) => Key::CvHintLanguage,
        (_, TextField::Title) => Key::CvHintInterest,
        (CvSection::Education, TextField::Place) => Key::CvHintSchool,
        (CvSection::Languages, TextField::Place) => Key::CvHintLevel,
        (_, TextField::Place) => Key::CvHintPlace,
        (_, TextField::Period) => Key::CvHintPeriod,
        (CvSection::Experience, _) => Key::CvHintDid,
        _ => Key::CvHintMore,
    }
}
