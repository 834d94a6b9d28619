//! An outcome that is being written: its drafts, its rules, and what the server says of it.

use board::{
    office::outcome::{Contract, Evidence, Outcome, OutcomeFault, OutcomeKind},
    protocol::problem::{FieldProblem, FieldRule},
};
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::date_field::{DateDraft, date_error_text, parse::DateError},
    i18n::{format, t, tf},
    platform::clock,
};

/// The fields in the order of the page.
const FIELDS: [&str; 6] = ["kind", "start", "contract", "months", "hours", "evidence"];

/// Why an answer cannot be used, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Kind,
    Evidence,
    StartMissing,
    Start(DateError),
    Hours,
    Months,
    Rule(OutcomeFault),
}

impl Fault {
    /// The name of the field it is about.
    pub(super) fn field(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Evidence => "evidence",
            Self::StartMissing | Self::Start(_) => "start",
            Self::Hours => "hours",
            Self::Months => "months",
            Self::Rule(fault) => fault.field(),
        }
    }

    /// The sentence beside the field; tracked.
    pub(super) fn words(self, duo_start: NaiveDate) -> String {
        match self {
            Self::Kind => t(Key::OutcomeErrorKind),
            Self::Evidence => t(Key::OutcomeErrorEvidence),
            Self::StartMissing => t(Key::OutcomeErrorStart),
            Self::Start(error) => date_error_text(error, &t(Key::OutcomeStart)),
            Self::Rule(OutcomeFault::BeforeDuo) => {
                tf(Key::OutcomeErrorBefore, &[("date", &format::long_date(duo_start))])
            }
            Self::Rule(OutcomeFault::FarAhead) => t(Key::OutcomeErrorFar),
            Self::Rule(OutcomeFault::OpenEnded) => t(Key::OutcomeErrorOpen),
            Self::Hours | Self::Rule(OutcomeFault::Hours) => t(Key::OutcomeErrorHours),
            // The form leaves out what only a job has.
            Self::Months
            | Self::Rule(OutcomeFault::Months | OutcomeFault::NotWork | OutcomeFault::NoContract) => {
                t(Key::OutcomeErrorMonths)
            }
        }
    }
}

/// What is typed and chosen.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub(super) kind: RwSignal<String>,
    pub(super) start: DateDraft,
    pub(super) contract: RwSignal<String>,
    pub(super) months: RwSignal<String>,
    pub(super) hours: RwSignal<String>,
    pub(super) evidence: RwSignal<String>,
}

impl Draft {
    pub(super) fn of(known: Option<&Outcome>) -> Self {
        let word = |word: Option<&str>| RwSignal::new(word.unwrap_or_default().to_owned());
        let number = |value: Option<u16>| {
            RwSignal::new(value.map(|value| value.to_string()).unwrap_or_default())
        };
        Self {
            kind: word(known.map(|it| it.kind.as_str())),
            start: DateDraft::new(known.map(|it| it.start)),
            contract: word(known.and_then(|it| it.contract).map(Contract::as_str)),
            months: number(known.and_then(|it| it.months)),
            hours: number(known.and_then(|it| it.hours)),
            evidence: word(known.map(|it| it.evidence.as_str())),
        }
    }

    /// What is chosen as the kind; tracked.
    pub(super) fn chosen(self) -> Option<OutcomeKind> {
        self.kind.with(|kind| OutcomeKind::from_word(kind))
    }

    /// The outcome, or everything that has to change; not tracked.
    pub(super) fn read(self, duo_start: NaiveDate) -> Result<Outcome, Vec<Fault>> {
        untrack(|| {
            let kind = self.chosen();
            let mut faults = Vec::new();
            if kind.is_none() {
                faults.push(Fault::Kind);
            }
            let start = match self.start.read() {
                Ok(Some(start)) => Some(start),
                Ok(None) => {
                    faults.push(Fault::StartMissing);
                    None
                }
                Err(error) => {
                    faults.push(Fault::Start(error));
                    None
                }
            };
            // What the form does not show for a kind is not sent with it.
            let is_job = kind == Some(OutcomeKind::Job);
            let is_work = is_job || kind == Some(OutcomeKind::SelfEmployment);
            let contract = self.contract.with(|word| Contract::from_word(word));
            let months = number(self.months, Fault::Months, is_work, &mut faults);
            let hours = number(self.hours, Fault::Hours, is_work, &mut faults);
            let evidence = self.evidence.with(|word| Evidence::from_word(word));
            if evidence.is_none() {
                faults.push(Fault::Evidence);
            }
            // The rules are asked of what can be read, so that everything is said at once.
            let outcome = Outcome {
                kind: kind.unwrap_or(OutcomeKind::Job),
                start: start.unwrap_or(duo_start),
                contract: contract.filter(|_| is_job),
                months,
                hours,
                evidence: evidence.unwrap_or(Evidence::Declared),
            };
            let broken = outcome.faults(duo_start, clock::today());
            faults.extend(broken.into_iter().map(Fault::Rule));
            faults.sort_by_key(|fault| FIELDS.iter().position(|name| *name == fault.field()));
            if faults.is_empty() { Ok(outcome) } else { Err(faults) }
        })
    }
}

fn number(
    typed: RwSignal<String>,
    fault: Fault,
    wanted: bool,
    faults: &mut Vec<Fault>,
) -> Option<u16> {
    typed.with(|typed| match typed.trim() {
        "" => None,
        _ if !wanted => None,
        typed => typed.parse().map_err(|_| faults.push(fault)).ok(),
    })
}

/// What the server found, where this form has the field.
pub(super) fn faults_of(problems: &[FieldProblem]) -> Vec<Fault> {
    let fault = |problem: &FieldProblem| {
        Some(match (problem.field.as_str(), &problem.rule) {
            ("start", FieldRule::TooEarly) => Fault::Rule(OutcomeFault::BeforeDuo),
            ("start", _) => Fault::Rule(OutcomeFault::FarAhead),
            ("months" | "contract", _) => Fault::Months,
            ("hours", _) => Fault::Hours,
            _ => return None,
        })
    };
    problems.iter().filter_map(fault).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_is_heard_beside_the_field() {
        let problem = |field: &str, rule| FieldProblem { field: field.to_owned(), rule };
        let found = faults_of(&[
            problem("start", FieldRule::TooEarly),
            problem("of_tomorrow", FieldRule::Empty),
        ]);
        assert_eq!(found, [Fault::Rule(OutcomeFault::BeforeDuo)]);
        assert_eq!(found[0].field(), "start");
    }
}
