//! A duo that is being written: its drafts, the rules of each field, and the server's answer.

use board::{
    protocol::{
        duos::{NAME_MAX, NewDuo},
        pool::Named,
        problem::{FieldProblem, FieldRule},
    },
    text::{TextError, parse_title},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::date_field::{DateDraft, date_error_text, parse::DateError},
    i18n::{format, t, tf},
    platform::clock,
};

/// A question of the form, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DuoField {
    /// Name of the mentee.
    MenteeName,
    /// Language of the mentee.
    MenteeLang,
    /// Name of the mentor.
    MentorName,
    /// Language of the mentor.
    MentorLang,
    /// The branch.
    Branch,
    /// First day.
    Start,
    /// Days between two meetings.
    Cadence,
    /// Last day, as planned.
    End,
    /// The sector the mentee aims at.
    Sector,
    /// Who looks after the duo.
    Coordinator,
    /// A mentee the branch knows.
    Mentee,
    /// A mentor the branch knows.
    Mentor,
}

impl DuoField {
    const ALL: [Self; 12] = [
        Self::MenteeName,
        Self::MenteeLang,
        Self::MentorName,
        Self::MentorLang,
        Self::Branch,
        Self::Start,
        Self::Cadence,
        Self::End,
        Self::Sector,
        Self::Coordinator,
        Self::Mentee,
        Self::Mentor,
    ];

    /// Its name in the request, which is also its element id.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::MenteeName => "mentee_name",
            Self::MenteeLang => "mentee_lang",
            Self::MentorName => "mentor_name",
            Self::MentorLang => "mentor_lang",
            Self::Branch => "branch",
            Self::Start => "start",
            Self::Cadence => "cadence_days",
            Self::End => "planned_end",
            Self::Sector => "sector",
            Self::Coordinator => "coordinator",
            Self::Mentee => "mentee",
            Self::Mentor => "mentor",
        }
    }

    /// The question.
    #[must_use]
    pub fn label(self) -> Key {
        match self {
            Self::MenteeName => Key::DuoFormMenteeName,
            Self::MenteeLang => Key::DuoFormLanguageMentee,
            Self::MentorName => Key::DuoFormMentorName,
            Self::MentorLang => Key::DuoFormLanguageMentor,
            Self::Branch => Key::DuoFormBranch,
            Self::Start => Key::DuoFormStart,
            Self::Cadence => Key::DuoFormCadence,
            Self::End => Key::DuoKnownEnd,
            Self::Sector => Key::DuoKnownSector,
            Self::Coordinator => Key::DuoPlanCoordinator,
            Self::Mentee => Key::DuoMentee,
            Self::Mentor => Key::DuoMentor,
        }
    }
}

/// Why an answer cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was written.
    Empty,
    /// More characters than a name has.
    TooLong,
    /// A hidden character.
    Unstorable,
    /// Nothing was chosen, or something that does not exist.
    Choose,
    /// Both have the same name.
    SameName,
    /// Not a day.
    Date(DateError),
    /// A day too far away.
    Far,
    /// The last day is not after the first one.
    Early,
    /// The mentee has a running duo.
    Taken,
    /// Nobody of the branches.
    Gone,
    /// The mentor has many duos; one more only when it is meant.
    Many,
}

/// The sentence, the same beside the field and in the summary; tracked.
#[must_use]
pub fn fault_text(field: DuoField, fault: Fault) -> String {
    let label = t(field.label());
    let key = match fault {
        Fault::Empty => Key::ErrorEmpty,
        Fault::Unstorable => Key::ErrorUnreadable,
        Fault::Choose => Key::ErrorChoose,
        Fault::Far => Key::DuoFormFar,
        Fault::Early => Key::DuoKnownEndEarly,
        Fault::Taken => return t(Key::DuoKnownTaken),
        Fault::Gone => return t(Key::DuoKnownUnknown),
        Fault::Many => return t(Key::DuoKnownMany),
        Fault::SameName => return t(Key::ErrorSameName),
        Fault::Date(error) => return date_error_text(error, &label),
        Fault::TooLong => {
            let max = format::number(NAME_MAX);
            return tf(Key::ErrorTooLong, &[("field", &label), ("max", &max)]);
        }
    };
    tf(key, &[("field", &label)])
}

/// What the server found, by field. Fields of a newer server are not in this form.
#[must_use]
pub fn faults_of(problems: &[FieldProblem]) -> Vec<(DuoField, Fault)> {
    let fault = |field: DuoField, rule: &FieldRule| match rule {
        FieldRule::Taken => Fault::Taken,
        FieldRule::ToConfirm => Fault::Many,
        FieldRule::TooEarly => Fault::Early,
        _ if matches!(field, DuoField::Mentee | DuoField::Mentor) => Fault::Gone,
        FieldRule::Empty => Fault::Empty,
        FieldRule::TooLong => Fault::TooLong,
        FieldRule::NotADay => Fault::Far,
        FieldRule::Unstorable => Fault::Unstorable,
        _ => Fault::Choose,
    };
    let find = |field: DuoField| {
        let problem = problems.iter().find(|problem| problem.field == field.name())?;
        Some((field, fault(field, &problem.rule)))
    };
    DuoField::ALL.into_iter().filter_map(find).collect()
}

/// What is typed and chosen.
#[derive(Clone, Copy)]
pub struct DuoDraft {
    /// Name of the mentee.
    pub mentee_name: RwSignal<String>,
    /// Tag of the mentee's language.
    pub mentee_lang: RwSignal<String>,
    /// Name of the mentor.
    pub mentor_name: RwSignal<String>,
    /// Tag of the mentor's language.
    pub mentor_lang: RwSignal<String>,
    /// Id of the branch.
    pub branch: RwSignal<String>,
    /// First day.
    pub start: DateDraft,
    /// Days between two meetings.
    pub cadence: RwSignal<String>,
    /// Last day; empty: six months.
    pub end: DateDraft,
    /// The sector; empty: no project yet.
    pub sector: RwSignal<String>,
    /// Who looks after the duo; empty: whoever makes it.
    pub coordinator: RwSignal<String>,
    /// A mentee the branch knows, with a name.
    pub mentee: RwSignal<Option<Named>>,
    /// A mentor the branch knows.
    pub mentor: RwSignal<Option<Named>>,
    /// One more duo for a mentor with many is meant.
    pub confirm_many: RwSignal<bool>,
}

impl DuoDraft {
    /// Today, every week, the only branch where there is one.
    #[must_use]
    pub fn new(branch: String) -> Self {
        Self {
            mentee_name: RwSignal::default(),
            mentee_lang: RwSignal::default(),
            mentor_name: RwSignal::default(),
            mentor_lang: RwSignal::default(),
            branch: RwSignal::new(branch),
            start: DateDraft::new(Some(clock::today())),
            cadence: RwSignal::new("7".to_owned()),
            end: DateDraft::new(None),
            sector: RwSignal::default(),
            coordinator: RwSignal::default(),
            mentee: RwSignal::new(None),
            mentor: RwSignal::new(None),
            confirm_many: RwSignal::new(false),
        }
    }

    /// The request, or everything that has to change; not tracked.
    ///
    /// # Errors
    /// Each field with its fault, in the order of the page.
    pub fn read(self) -> Result<NewDuo, Vec<(DuoField, Fault)>> {
        untrack(|| {
            let mut faults = Vec::new();
            let (mentee, mentor) = (self.mentee.get(), self.mentor.get());
            let (mut mentee_name, mut mentee_lang) = (String::new(), String::new());
            if mentee.is_none() {
                mentee_name = name(DuoField::MenteeName, self.mentee_name, &mut faults);
                mentee_lang = chosen(DuoField::MenteeLang, self.mentee_lang, &mut faults);
            }
            let (mut mentor_name, mut mentor_lang) = (String::new(), String::new());
            if mentor.is_none() {
                mentor_name = name(DuoField::MentorName, self.mentor_name, &mut faults);
            }
            if !mentor_name.is_empty() && mentee_name.to_lowercase() == mentor_name.to_lowercase() {
                faults.push((DuoField::MentorName, Fault::SameName));
            }
            if mentor.is_none() {
                mentor_lang = chosen(DuoField::MentorLang, self.mentor_lang, &mut faults);
            }
            let branch = chosen(DuoField::Branch, self.branch, &mut faults).parse();
            let start = self.start.read();
            if let Some(fault) = match start {
                Ok(Some(_)) => None,
                Ok(None) => Some(Fault::Empty),
                Err(error) => Some(Fault::Date(error)),
            } {
                faults.push((DuoField::Start, fault));
            }
            let cadence = chosen(DuoField::Cadence, self.cadence, &mut faults).parse();
            let end = self.end.read();
            match (&start, &end) {
                (_, Err(error)) => faults.push((DuoField::End, Fault::Date(*error))),
                (Ok(Some(start)), Ok(Some(end))) if end <= start => {
                    faults.push((DuoField::End, Fault::Early));
                }
                _ => {}
            }
            match (branch, start, cadence) {
                (Ok(branch), Ok(Some(start)), Ok(cadence_days)) if faults.is_empty() => {
                    Ok(NewDuo {
                        mentee: mentee.map(|known| known.id),
                        mentor: mentor.map(|known| known.id),
                        planned_end: end.ok().flatten(),
                        sector: self.sector.get().parse().ok(),
                        coordinator: self.coordinator.get().parse().ok(),
                        confirm_many: self.confirm_many.get(),
                        mentee_name,
                        mentee_lang,
                        mentor_name,
                        mentor_lang,
                        branch,
                        start,
                        cadence_days,
                    })
                }
                _ => Err(faults),
            }
        })
    }
}

fn name(field: DuoField, typed: RwSignal<String>, faults: &mut Vec<(DuoField, Fault)>) -> String {
    match typed.with(|typed| parse_title(typed)) {
        Ok(name) if name.chars().count() <= NAME_MAX => return name,
        Ok(_) | Err(TextError::TooLong { .. }) => faults.push((field, Fault::TooLong)),
        Err(TextError::Unstorable | TextError::NationalNumber | TextError::CardNumber) => {
            faults.push((field, Fault::Unstorable));
        }
        Err(TextError::Empty | TextError::NotALink) => faults.push((field, Fault::Empty)),
    }
    String::new()
}

fn chosen(field: DuoField, value: RwSignal<String>, faults: &mut Vec<(DuoField, Fault)>) -> String {
    let value = value.get();
    if value.is_empty() {
        faults.push((field, Fault::Choose));
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_server_found_comes_in_the_order_of_the_page() {
        let problem = |field: &str, rule| FieldProblem { field: field.to_owned(), rule };
        let found = faults_of(&[
            problem("start", FieldRule::NotADay),
            problem("mentee_name", FieldRule::Empty),
            problem("of_tomorrow", FieldRule::Empty),
        ]);
        assert_eq!(found, [(DuoField::MenteeName, Fault::Empty), (DuoField::Start, Fault::Far)]);
    }
}
