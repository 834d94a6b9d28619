//! What figures and their parts are called, how they are counted, and with what they compare.

use board::office::{
    closure::ClosureKind,
    indicators::figure::{Code, PartKey, Silence},
    outcome::Evidence,
    region::Region,
    tally::{HelpKind, Topic},
};
use words::Key;

/// What a figure is called, and how it is counted.
#[must_use]
pub fn figure_keys(code: Code) -> (Key, Key) {
    match code {
        Code::Started => (Key::FigureStarted, Key::FigureAboutStarted),
        Code::ActiveOnDay => (Key::FigureActiveOnDay, Key::FigureAboutActiveOnDay),
        Code::ActiveInPeriod => (Key::FigureActiveInPeriod, Key::FigureAboutActiveInPeriod),
        Code::Completion => (Key::FigureCompletion, Key::FigureAboutCompletion),
        Code::EarlyEnd13 => (Key::FigureEarlyEnd13, Key::FigureAboutEarlyEnd13),
        Code::EarlyEnd26 => (Key::FigureEarlyEnd26, Key::FigureAboutEarlyEnd26),
        Code::Pace => (Key::FigurePace, Key::FigureAboutPace),
        Code::Floor => (Key::FigureFloor, Key::FigureAboutFloor),
        Code::FirstMeeting => (Key::FigureFirstMeeting, Key::FigureAboutFirstMeeting),
        Code::Positive => (Key::FigurePositive, Key::FigureAboutPositive),
        Code::Job => (Key::FigureJob, Key::FigureAboutJob),
        Code::Training => (Key::FigureTraining, Key::FigureAboutTraining),
        Code::Internship => (Key::FigureInternship, Key::FigureAboutInternship),
        Code::Durable => (Key::FigureDurable, Key::FigureAboutDurable),
        Code::Searching => (Key::FigureSearching, Key::FigureAboutSearching),
        Code::Unknown => (Key::FigureUnknown, Key::FigureAboutUnknown),
        Code::Proven => (Key::FigureProven, Key::FigureAboutProven),
        Code::TimeToOutcome => (Key::FigureTimeToOutcome, Key::FigureAboutTimeToOutcome),
        Code::InWork3 => (Key::FigureInWork3, Key::FigureAboutInWork3),
        Code::InWork6 => (Key::FigureInWork6, Key::FigureAboutInWork6),
        Code::Referrals => (Key::FigureReferrals, Key::FigureAboutReferrals),
        Code::ReferralsSettled => (Key::FigureReferralsSettled, Key::FigureAboutReferralsSettled),
        Code::ReferralDays => (Key::FigureReferralDays, Key::FigureAboutReferralDays),
        Code::Preconditions => (Key::FigurePreconditions, Key::FigureAboutPreconditions),
        Code::GoingWell => (Key::FigureGoingWell, Key::FigureAboutGoingWell),
        Code::Renewal => (Key::FigureRenewal, Key::FigureAboutRenewal),
        Code::MentorUseful => (Key::FigureMentorUseful, Key::FigureAboutMentorUseful),
        Code::CostPerDuo => (Key::FigureCostPerDuo, Key::FigureAboutCostPerDuo),
        Code::CostPerOutcome => (Key::FigureCostPerOutcome, Key::FigureAboutCostPerOutcome),
        Code::Support => (Key::FigureSupport, Key::FigureAboutSupport),
        Code::NoProject => (Key::FigureNoProject, Key::FigureAboutNoProject),
        Code::SectorByWeek8 => (Key::FigureSectorByWeek8, Key::FigureAboutSectorByWeek8),
        Code::Agreement => (Key::FigureAgreement, Key::FigureAboutAgreement),
        Code::FirstContact => (Key::FigureFirstContact, Key::FigureAboutFirstContact),
        Code::CalendarKept => (Key::FigureCalendarKept, Key::FigureAboutCalendarKept),
        Code::ChecklistComplete => {
            (Key::FigureChecklistComplete, Key::FigureAboutChecklistComplete)
        }
    }
}

/// A published number to compare with. It is no target.
#[must_use]
pub fn reference_key(code: Code) -> Option<Key> {
    match code {
        Code::Positive => Some(Key::FigureReferencePositive),
        Code::Job => Some(Key::FigureReferenceJob),
        Code::Durable => Some(Key::FigureReferenceDurable),
        Code::Searching => Some(Key::FigureReferenceSearching),
        Code::Renewal => Some(Key::FigureReferenceRenewal),
        Code::CostPerDuo => Some(Key::FigureReferenceCost),
        Code::NoProject => Some(Key::FigureReferenceNoProject),
        _ => None,
    }
}

/// What a part of a figure is called.
#[must_use]
pub fn part_key(part: PartKey) -> Key {
    match part {
        PartKey::Closure(kind) => match kind {
            ClosureKind::PlannedEnd => Key::FigurePartClosurePlannedEnd,
            ClosureKind::PositiveOutcome => Key::FigurePartClosurePositiveOutcome,
            ClosureKind::MenteeStops => Key::FigurePartClosureMenteeStops,
            ClosureKind::MentorStops => Key::FigurePartClosureMentorStops,
            ClosureKind::NoMatch => Key::FigurePartClosureNoMatch,
            ClosureKind::MovedAway => Key::FigurePartClosureMovedAway,
            ClosureKind::Unreachable => Key::FigurePartClosureUnreachable,
            ClosureKind::OtherReason => Key::FigurePartClosureOther,
        },
        PartKey::Evidence(evidence) => match evidence {
            Evidence::Declared => Key::FigurePartEvidenceDeclared,
            Evidence::Documented => Key::FigurePartEvidenceDocumented,
            Evidence::Administrative => Key::FigurePartEvidenceAdministrative,
        },
        PartKey::Topic(topic) => topic_key(topic),
        PartKey::Help(kind) => match kind {
            HelpKind::Service => Key::FigurePartHelpService,
            HelpKind::Piis => Key::FigurePartHelpPiis,
            HelpKind::Diploma => Key::FigurePartHelpDiploma,
            HelpKind::Newer => Key::FigurePartHelpNewer,
        },
        PartKey::Silence(silence) => match silence {
            Silence::Unreachable => Key::FigurePartSilenceUnreachable,
            Silence::NoWish => Key::FigurePartSilenceNoWish,
            Silence::NotAsked => Key::FigurePartSilenceNotAsked,
            Silence::NotNoted => Key::FigurePartSilenceNotNoted,
        },
    }
}

fn topic_key(topic: Topic) -> Key {
    match topic {
        Topic::Job => Key::ThemeJob,
        Topic::Training => Key::ThemeTraining,
        Topic::Language => Key::ThemeLanguage,
        Topic::Diploma => Key::ThemeDiploma,
        Topic::Housing => Key::ThemeHousing,
        Topic::Paperwork => Key::ThemeAdministrative,
        Topic::Money => Key::ThemeMoney,
        Topic::Health => Key::ThemeHealth,
        Topic::Family => Key::ThemeFamily,
        Topic::Mobility => Key::ThemeMobility,
        Topic::Digital => Key::ThemeDigital,
        Topic::Legal => Key::ThemeLegal,
        Topic::Network => Key::ThemeConfidence,
        Topic::NotSaid => Key::FigurePartTopicNotSaid,
    }
}

/// The name of a region.
#[must_use]
pub fn region_key(region: Region) -> Key {
    match region {
        Region::Brussels => Key::GroupRegionBrussels,
        Region::Wallonia => Key::GroupRegionWallonia,
        Region::Flanders => Key::GroupRegionFlanders,
    }
}
