//! What the stages of an application are called. None of them is called a failure.

use crate::{
    components::{chip::ChipKind, choice::ChoiceOption},
    i18n::{t, text},
};
use board::application::{EndReason, Stage};
use words::Key;

/// The name of a stage; tracked.
#[must_use]
pub fn stage_name(stage: &Stage) -> String {
    t(key(stage))
}

/// How a stage looks as a chip: the good ends in green, all others alike.
#[must_use]
pub fn stage_kind(stage: &Stage) -> ChipKind {
    match stage {
        Stage::Offer | Stage::Accepted => ChipKind::Done,
        Stage::Interview | Stage::Trial => ChipKind::Mine,
        _ => ChipKind::Plain,
    }
}

/// Every stage as an answer, with what it means.
#[must_use]
pub fn stage_options() -> Vec<ChoiceOption> {
    let option = |stage: &Stage| {
        let option = ChoiceOption::new(stage.as_str(), text(key(stage)));
        match hint(stage) {
            Some(hint) => option.hint(text(hint)),
            None => option,
        }
    };
    Stage::ALL.iter().map(option).collect()
}

/// Why an application ended. None of it is anybody's fault.
#[must_use]
pub fn reason_key(reason: &EndReason) -> Key {
    match reason {
        EndReason::OtherPerson => Key::EndReasonOtherPerson,
        EndReason::Experience => Key::EndReasonExperience,
        EndReason::Diploma => Key::EndReasonDiploma,
        EndReason::Language => Key::EndReasonLanguage,
        EndReason::Practical => Key::EndReasonPractical,
        EndReason::JobGone => Key::EndReasonJobGone,
        EndReason::FoundBetter => Key::EndReasonFoundBetter,
        EndReason::NotSaid => Key::EndReasonNotSaid,
        EndReason::Other(_) => Key::EndReasonUnknown,
    }
}

fn key(stage: &Stage) -> Key {
    match stage {
        Stage::Idea => Key::StageIdea,
        Stage::ToApply => Key::StageToApply,
        Stage::Sent => Key::StageSent,
        Stage::FollowedUp => Key::StageFollowedUp,
        Stage::Interview => Key::StageInterview,
        Stage::Trial => Key::StageTrial,
        Stage::Offer => Key::StageOffer,
        Stage::Accepted => Key::StageAccepted,
        Stage::Refused => Key::StageRefused,
        Stage::NoAnswer => Key::StageNoAnswer,
        Stage::Withdrawn => Key::StageWithdrawn,
        Stage::Other(_) => Key::StageUnknown,
    }
}

fn hint(stage: &Stage) -> Option<Key> {
    Some(match stage {
        Stage::Idea => Key::StageIdeaHint,
        Stage::ToApply => Key::StageToApplyHint,
        Stage::Sent => Key::StageSentHint,
        Stage::FollowedUp => Key::StageFollowedUpHint,
        Stage::Interview => Key::StageInterviewHint,
        Stage::Trial => Key::StageTrialHint,
        Stage::Offer => Key::StageOfferHint,
        Stage::Accepted => Key::StageAcceptedHint,
        Stage::Refused => Key::StageRefusedHint,
        Stage::NoAnswer => Key::StageNoAnswerHint,
        Stage::Withdrawn => Key::StageWithdrawnHint,
        Stage::Other(_) => return None,
    })
}
