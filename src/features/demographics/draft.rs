//! The answers that are being given: a word for each question, empty where nothing was answered.

use board::office::demographics::{
    AgeBand, Demographics, DiplomaAbroad, Education, Gender, Nationality, Pes, Status, Unemployment,
};
use leptos::prelude::*;
use words::Key;

/// A question: its words, and its answers.
pub(super) struct Question {
    pub(super) label: Key,
    pub(super) answers: Vec<(&'static str, Label)>,
}

/// The words of an answer. The names of public services are the same in every language.
#[derive(Clone, Copy)]
pub(super) enum Label {
    Words(Key),
    Name(&'static str),
}

/// How many questions there are.
pub(super) const COUNT: usize = 8;

/// What is chosen, in the order of the page.
#[derive(Clone, Copy)]
pub(super) struct Draft(pub(super) [RwSignal<String>; COUNT]);

impl Draft {
    pub(super) fn of(answers: &Demographics) -> Self {
        Self(chosen(answers).map(|word| RwSignal::new(word.to_owned())))
    }

    /// Somebody else changed the answers: what was not touched here follows them.
    pub(super) fn follow(self, was: &Demographics, now: &Demographics) {
        let words = chosen(was).into_iter().zip(chosen(now));
        for (draft, (was, now)) in self.0.into_iter().zip(words) {
            // The page may be another one by now.
            if draft.try_with_untracked(|word| word == was) == Some(true) {
                draft.try_set(now.to_owned());
            }
        }
    }

    /// These, whatever was chosen before.
    pub(super) fn show(self, answers: &Demographics) {
        for (draft, word) in self.0.into_iter().zip(chosen(answers)) {
            draft.try_set(word.to_owned());
        }
    }

    /// What is chosen; not tracked.
    pub(super) fn read(self) -> Demographics {
        let [gender, age, education, abroad, status, nationality, unemployment, pes] =
            self.0.map(|chosen| chosen.get_untracked());
        Demographics {
            gender: Gender::from_word(&gender),
            age: AgeBand::from_word(&age),
            education: Education::from_word(&education),
            diploma_abroad: DiplomaAbroad::from_word(&abroad),
            status: Status::from_word(&status),
            nationality: Nationality::from_word(&nationality),
            unemployment: Unemployment::from_word(&unemployment),
            pes: Pes::from_word(&pes),
        }
    }
}

/// The word of each answer, in the order of the page; empty where nothing was answered.
fn chosen(answers: &Demographics) -> [&'static str; COUNT] {
    let Demographics {
        gender,
        age,
        education,
        diploma_abroad,
        status,
        nationality,
        unemployment,
        pes,
    } = *answers;
    let words = [
        gender.map(Gender::as_str),
        age.map(AgeBand::as_str),
        education.map(Education::as_str),
        diploma_abroad.map(DiplomaAbroad::as_str),
        status.map(Status::as_str),
        nationality.map(Nationality::as_str),
        unemployment.map(Unemployment::as_str),
        pes.map(Pes::as_str),
    ];
    words.map(Option::unwrap_or_default)
}

/// The questions in the order of the page.
pub(super) fn questions() -> [Question; COUNT] {
    use Label::{Name, Words};
    let not_said = Words(Key::DemographicsNotSaid);
    let question = |label, answers: Vec<(&'static str, Label)>| Question { label, answers };
    [
        question(
            Key::DemographicsGender,
            words_of(Gender::ALL, Gender::as_str, |gender| {
                Words(match gender {
                    Gender::Female => Key::DemographicsGenderF,
                    Gender::Male => Key::DemographicsGenderM,
                    Gender::Another => Key::DemographicsGenderX,
                    Gender::NotSaid => return not_said,
                })
            }),
        ),
        question(
            Key::DemographicsAge,
            words_of(AgeBand::ALL, AgeBand::as_str, |age| {
                Words(match age {
                    AgeBand::From18 => Key::DemographicsAge18,
                    AgeBand::From25 => Key::DemographicsAge25,
                    AgeBand::From30 => Key::DemographicsAge30,
                    AgeBand::OtherAge => Key::DemographicsAgeOther,
                    AgeBand::NotSaid => return not_said,
                })
            }),
        ),
        question(
            Key::DemographicsEducation,
            words_of(Education::ALL, Education::as_str, |education| {
                Words(match education {
                    Education::NoneRecognised => Key::DemographicsEducationNone,
                    Education::BelowCess => Key::DemographicsEducationBelow,
                    Education::Cess => Key::DemographicsEducationCess,
                    Education::Bachelor => Key::DemographicsEducationBachelor,
                    Education::Master => Key::DemographicsEducationMaster,
                    Education::NotSaid => return not_said,
                })
            }),
        ),
        question(
            Key::DemographicsAbroad,
            words_of(DiplomaAbroad::ALL, DiplomaAbroad::as_str, |diploma| {
                Words(match diploma {
                    DiplomaAbroad::NoneAbroad => Key::DemographicsAbroadNone,
                    DiplomaAbroad::BelowSecondary => Key::DemographicsAbroadBelow,
                    DiplomaAbroad::Secondary => Key::DemographicsAbroadSecondary,
                    DiplomaAbroad::Higher => Key::DemographicsAbroadHigher,
                    DiplomaAbroad::NotSaid => return not_said,
                })
            }),
        ),
        question(
            Key::DemographicsStatus,
            words_of(Status::ALL, Status::as_str, |status| {
                Words(match status {
                    Status::Citizen => Key::DemographicsStatusCitizen,
                    Status::FamilyReunification => Key::DemographicsStatusFamily,
                    Status::Refugee => Key::DemographicsStatusRefugee,
                    Status::Subsidiary => Key::DemographicsStatusSubsidiary,
                    Status::Student => Key::DemographicsStatusStudent,
                    Status::OtherGround => Key::DemographicsStatusOther,
                    Status::NotSaid => return not_said,
                })
            }),
        ),
        question(
            Key::DemographicsNationality,
            words_of(Nationality::ALL, Nationality::as_str, |nationality| {
                Words(match nationality {
                    Nationality::Belgian => Key::DemographicsNationalityBelgian,
                    Nationality::Eu => Key::DemographicsNationalityEu,
                    Nationality::NonEu => Key::DemographicsNationalityNonEu,
                    Nationality::NotSaid => return not_said,
                })
            }),
        ),
        question(
            Key::DemographicsUnemployment,
            words_of(Unemployment::ALL, Unemployment::as_str, |time| {
                Words(match time {
                    Unemployment::Under6 => Key::DemographicsUnemployment6,
                    Unemployment::From6 => Key::DemographicsUnemployment12,
                    Unemployment::From12 => Key::DemographicsUnemployment24,
                    Unemployment::From24 => Key::DemographicsUnemploymentMore,
                    Unemployment::Inactive => Key::DemographicsUnemploymentInactive,
                    Unemployment::NotSaid => return not_said,
                })
            }),
        ),
        question(
            Key::DemographicsPes,
            words_of(Pes::ALL, Pes::as_str, |pes| match pes {
                Pes::Actiris => Name("Actiris"),
                Pes::Forem => Name("Forem"),
                Pes::Vdab => Name("VDAB"),
                Pes::Adg => Name("ADG"),
                Pes::NotRegistered => Words(Key::DemographicsPesNone),
                Pes::NotSaid => not_said,
            }),
        ),
    ]
}

fn words_of<T: Copy>(
    all: &[T],
    word: fn(T) -> &'static str,
    label: impl Fn(T) -> Label,
) -> Vec<(&'static str, Label)> {
    all.iter().map(|value| (word(*value), label(*value))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_can_be_left_unsaid() {
        let last = |question: &Question| question.answers.last().map(|(word, _)| *word);
        assert!(questions().iter().all(|question| last(question) == Some("not_said")));
    }
}
