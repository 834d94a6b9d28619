//! An outcome in words.

use board::office::outcome::{Contract, Evidence, Outcome, OutcomeKind};
use words::Key;

use crate::{
    i18n::{format, t, tf, tn},
    platform::clock,
};

pub(super) fn kind(kind: OutcomeKind) -> Key {
    match kind {
        OutcomeKind::Job => Key::OutcomeKindJob,
        OutcomeKind::Training => Key::OutcomeKindTraining,
        OutcomeKind::Internship => Key::OutcomeKindInternship,
        OutcomeKind::Studies => Key::OutcomeKindStudies,
        OutcomeKind::SelfEmployment => Key::OutcomeKindSelf,
    }
}

pub(super) fn contract(contract: Contract) -> Key {
    match contract {
        Contract::Permanent => Key::OutcomeContractPermanent,
        Contract::FixedTerm => Key::OutcomeContractFixed,
        Contract::Agency => Key::OutcomeContractAgency,
        Contract::Replacement => Key::OutcomeContractReplacement,
        Contract::Student => Key::OutcomeContractStudent,
        Contract::SocialEmployment => Key::OutcomeContractSocial,
    }
}

pub(super) fn evidence(evidence: Evidence) -> Key {
    match evidence {
        Evidence::Declared => Key::OutcomeEvidenceDeclared,
        Evidence::Documented => Key::OutcomeEvidenceDocumented,
        Evidence::Administrative => Key::OutcomeEvidenceAdministrative,
    }
}

/// "Since 3 March"; tracked.
pub(super) fn start(outcome: &Outcome) -> String {
    let is_ahead = outcome.start > clock::today();
    let key = if is_ahead { Key::OutcomeFrom } else { Key::OutcomeSince };
    tf(key, &[("date", &format::long_date(outcome.start))])
}

/// Contract, length and hours, as much as is known; tracked.
pub(super) fn particulars(outcome: &Outcome) -> String {
    let number = |key: Key, value: Option<u16>| value.map(|value| tn(key, usize::from(value)));
    let parts = [
        outcome.contract.map(|known| t(contract(known))),
        number(Key::OutcomeForMonths, outcome.months),
        number(Key::OutcomePerWeek, outcome.hours),
        Some(t(evidence(outcome.evidence))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
