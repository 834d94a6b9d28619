//! The words for what a referral holds. A value from a newer version has words too.

use board::referral::{ReferralKind, ReferralMode, ReferralOutcome, ReferralStage, Went};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{chip::ChipKind, choice::ChoiceOption},
    i18n::text,
};

/// What kind of help it is.
#[must_use]
pub fn kind_key(kind: &ReferralKind) -> Key {
    match kind {
        ReferralKind::Service => Key::ReferralKindService,
        ReferralKind::Piis => Key::ReferralKindPiis,
        ReferralKind::Diploma => Key::ReferralKindDiploma,
        ReferralKind::Other(_) => Key::ReferralKindOther,
    }
}

/// The answers to "what is it?".
#[must_use]
pub fn kind_options() -> Signal<Vec<ChoiceOption>> {
    let option = |kind: &ReferralKind| {
        let option = ChoiceOption::new(kind.as_str(), text(kind_key(kind)));
        match kind {
            ReferralKind::Piis => option.hint(text(Key::ReferralKindPiisHint)),
            ReferralKind::Diploma => option.hint(text(Key::ReferralKindDiplomaHint)),
            _ => option,
        }
    };
    Signal::stored(ReferralKind::ALL.iter().map(option).collect())
}

/// How the two went about it.
#[must_use]
pub fn mode_key(mode: &ReferralMode) -> Key {
    match mode {
        ReferralMode::Told => Key::ReferralModeTold,
        ReferralMode::CalledTogether => Key::ReferralModeCalled,
        ReferralMode::WentTogether => Key::ReferralModeWent,
        ReferralMode::Wrote => Key::ReferralModeWrote,
        ReferralMode::Other(_) => Key::ReferralModeOther,
    }
}

/// The answers to "how?".
#[must_use]
pub fn mode_options() -> Signal<Vec<ChoiceOption>> {
    let option = |mode: &ReferralMode| ChoiceOption::new(mode.as_str(), text(mode_key(mode)));
    Signal::stored(ReferralMode::ALL.iter().map(option).collect())
}

/// What the mentee says of going there.
#[must_use]
pub fn went_key(went: &Went) -> Key {
    match went {
        Went::Went => Key::ReferralWent,
        Went::CouldNot => Key::ReferralCouldNot,
        Went::DidNotDare => Key::ReferralDidNotDare,
        Went::Other(_) => Key::ReferralWentOther,
    }
}

/// What came of it.
#[must_use]
pub fn outcome_key(outcome: &ReferralOutcome) -> Key {
    match outcome {
        ReferralOutcome::Helped => Key::ReferralOutcomeHelped,
        ReferralOutcome::Registered => Key::ReferralOutcomeRegistered,
        ReferralOutcome::WaitingList => Key::ReferralOutcomeWaiting,
        ReferralOutcome::Refused => Key::ReferralOutcomeRefused,
        ReferralOutcome::WrongPlace => Key::ReferralOutcomeWrong,
        ReferralOutcome::GaveUp => Key::ReferralOutcomeGaveUp,
        ReferralOutcome::Other(_) => Key::ReferralOutcomeOther,
    }
}

/// The answers to "what came of it?".
#[must_use]
pub fn outcome_options() -> Signal<Vec<ChoiceOption>> {
    let option =
        |outcome: &ReferralOutcome| ChoiceOption::new(outcome.as_str(), text(outcome_key(outcome)));
    Signal::stored(ReferralOutcome::ALL.iter().map(option).collect())
}

/// Where they stand, over a group.
#[must_use]
pub fn group_key(stage: ReferralStage) -> Key {
    match stage {
        ReferralStage::ToDo => Key::ReferralStageTodo,
        ReferralStage::Waiting => Key::ReferralStageWaiting,
        ReferralStage::Done => Key::ReferralStageDone,
    }
}

/// Where one stands.
#[must_use]
pub fn stage_key(stage: ReferralStage) -> Key {
    if stage == ReferralStage::Done { Key::ReferralIsDone } else { group_key(stage) }
}

/// How that looks as a chip; no end looks like a failure.
#[must_use]
pub fn stage_kind(stage: ReferralStage) -> ChipKind {
    match stage {
        ReferralStage::ToDo => ChipKind::Mine,
        ReferralStage::Waiting => ChipKind::Plain,
        ReferralStage::Done => ChipKind::Done,
    }
}
